/** Tests what `npm run create` makes, in a copy of the project; `npm run check` reads it. */
import { createdTests } from './support/created-elements.mjs';

const { ok, output } = await createdTests();
if (!ok) console.error(output);
process.exitCode = ok ? 0 : 1;
