/** The library's client knows the operations of the templates too, as it knows those of the portal. */
import type { paths as samplePaths } from './schema.js';

declare module '../../../../../src/api/schema.js' {
  interface paths extends samplePaths {}
}
