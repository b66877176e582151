/** Makes elements by `npm run create` in a copy of the project, and reads and tests what was made. */
import { createdElements } from './support/created-elements.mjs';

const { ok, output } = await createdElements();
if (!ok) console.error(output);
process.exitCode = ok ? 0 : 1;
