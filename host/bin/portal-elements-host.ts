#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

if (existsSync('.env')) process.loadEnvFile('.env');
const [command] = process.argv.slice(2);
await (command === 'import' ? import('./import.js') : command === 'ticket-mail' ? import('./ticket-mail.js') : import('./start.js'));
