export * from '../../src/context/requirement.js';
