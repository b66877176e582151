#!/usr/bin/env node
import { existsSync } from 'node:fs';
import process from 'node:process';

if (existsSync('.env')) process.loadEnvFile('.env');
const [command] = process.argv.slice(2);
const commands = { import: './import.js', bounce: './bounce.js', 'ticket-mail': './ticket-mail.js' };
await import(Object.entries(commands).find(([name]) => name === command)?.[1] ?? './start.js');
