export * from '../../src/dns/index.js';
