import { demo } from '../demo/index.js';
import { runBounce } from '../src/mail-log/command.js';

process.exitCode = await runBounce(process.argv.slice(3), demo, process.stdin);
