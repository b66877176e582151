/** Lets Git run .githooks/ in this checkout; runs after `npm ci` and `npm install`. Anywhere else it does nothing. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './support/run.mjs';

if (!process.env.CI && existsSync(join(root, '.git'))) await run('git', ['config', 'core.hooksPath', '.githooks']);
