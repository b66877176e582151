#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

if (existsSync('.env')) process.loadEnvFile('.env');
const [command] = process.argv.slice(2);
const commands = new Map([
  ['import', () => import('./import.js')],
  ['bounce', () => import('./bounce.js')],
  ['ticket-mail', () => import('./ticket-mail.js')],
]);
const begin = () => import('./start.js');
await (commands.get(command ?? '') ?? begin)();
