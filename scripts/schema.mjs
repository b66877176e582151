/** Writes src/api/schema.d.ts from the contract; with `--check` only tells whether it is current. */
import { run } from './support/run.mjs';

const { code } = await run(
  'openapi-typescript',
  ['openapi/portal.yaml', '--default-non-nullable=false', '--output', 'src/api/schema.d.ts', ...process.argv.slice(2)],
  {
    show: true,
  },
);
process.exitCode = code;
