import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = (path: string) => fileURLToPath(import.meta.resolve(`portal-elements/${path}`));

/** The contract, as the library's package has it. */
export const contractFile = file('openapi.json');

/** The folder of the library's bundles, which pages load. */
export const libraryFolder = dirname(file('cdn/portal.js'));
