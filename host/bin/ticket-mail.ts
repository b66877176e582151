import { demo } from '../demo/index.js';
import { runTicketMail } from '../src/tickets/mail/command.js';

process.exitCode = await runTicketMail(process.argv.slice(3), demo);
