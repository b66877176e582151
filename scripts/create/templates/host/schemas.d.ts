/** The contract of the portal with the schemas of the templates: its operations are those that the host answers. */
import type * as portal from '../../../../src/api/schema.js';
import type * as samples from '../src/api/schema.js';

export type { operations, paths } from '../../../../src/api/schema.js';
export interface components extends Omit<portal.components, 'schemas'> {
  schemas: portal.components['schemas'] & Pick<samples.components['schemas'], 'Sample' | 'SamplePage' | 'NewSample' | 'SampleChange'>;
}
