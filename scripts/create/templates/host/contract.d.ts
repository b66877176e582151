/** The contract of the portal and that of the templates, as one. */
import type * as portal from '../../../../src/api/schema.js';
import type * as samples from '../src/api/schema.js';

export type { components } from './schemas.js';
export interface paths extends portal.paths, samples.paths {}
export interface operations extends portal.operations, samples.operations {}
