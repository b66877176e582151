import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { join } from 'node:path';
import { root } from './run.mjs';

const read = (file) => JSON.parse(readFileSync(join(root, file), 'utf8'));

const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'];

/** Node's own way of looking a package up: from the folder outwards. */
function resolves(packages, folder, name) {
  const parts = folder === '' ? [] : folder.split('/node_modules/');
  for (let depth = parts.length; depth >= 0; depth -= 1) {
    const prefix = parts.slice(0, depth).join('/node_modules/');
    if (packages[`${prefix}${prefix === '' ? '' : '/'}node_modules/${name}`]) return true;
  }
  return Boolean(packages[`node_modules/${name}`]);
}

/** What would make `npm ci` refuse the lock file, found without a network. */
export function lockfileFaults() {
  const { packages } = read('package-lock.json');
  const faults = [];
  for (const folder of ['', ...(read('package.json').workspaces ?? [])]) {
    const manifest = read(join(folder, 'package.json'));
    for (const kind of kinds) {
      if (!isDeepStrictEqual(manifest[kind] ?? {}, packages[folder]?.[kind] ?? {})) {
        faults.push(`package-lock.json and ${join(folder, 'package.json')} differ in ${kind}: run npm install.`);
      }
    }
  }
  for (const [folder, { optionalDependencies = {}, dependencies = {}, resolved }] of Object.entries(packages)) {
    for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
      if (!resolves(packages, folder, name)) faults.push(`package-lock.json has no ${name}, which ${folder || 'the package'} names.`);
    }
    if (resolved && /^https?:/.test(resolved) && !resolved.startsWith('https://registry.npmjs.org/')) {
      faults.push(`package-lock.json names another registry for ${folder}.`);
    }
  }
  return faults;
}
