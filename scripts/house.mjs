/** Lists what is over a limit of size, and the files that exactly one other imports: candidates for merging. */
import { houseReport } from './support/house.mjs';

const { over, once, mostOnce, mended } = houseReport();
const list = (title, lines) => console.log(`${title}${lines.map((line) => `\n  ${line}`).join('')}\n`);

list(
  `${over.length} over a limit`,
  over.map(({ text, known, why }) => text + (known ? ` (known, with ${known})` : '') + (why ? `: ${why}` : '')),
);
if (mended.length > 0) list('Within their limits now, to be taken out of scripts/support/house-known.json', mended);
list(
  `${once.length} files imported by exactly one other, statically; at most ${mostOnce}`,
  once.map(([path, by]) => `${path} ← ${by}`),
);
