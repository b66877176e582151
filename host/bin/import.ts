import { runImport } from '../src/import/command.js';

const given = process.argv.slice(2);
const demo = () => import('../demo/index.js').then((each) => each.demo);
process.exitCode = await runImport(given[0] === 'import' ? given.slice(1) : given, demo);
