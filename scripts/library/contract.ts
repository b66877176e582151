export type * from '../../src/api/schema.js';
