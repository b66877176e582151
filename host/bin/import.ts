import { demo } from '../demo/index.js';
import { runImport } from '../src/import/command.js';

const given = process.argv.slice(2);
process.exitCode = await runImport(given[0] === 'import' ? given.slice(1) : given, demo);
