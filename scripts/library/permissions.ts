export * from '../../src/context/permissions.js';
