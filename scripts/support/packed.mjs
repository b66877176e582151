import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root, run } from './run.mjs';

/**
 * Packs the package as npm would publish it into `folder`, and builds it before unless `built`; the path of the tarball.
 * @param workspace The folder of another package than the library: `host`.
 */
export async function pack(folder, { built = false, workspace = '' } = {}) {
  // `npm publish --dry-run` hands its setting on to what it runs.
  const options = ['--dry-run=false', '--pack-destination', folder, ...(built ? ['--ignore-scripts'] : [])];
  const { ok, output } = await run('npm', ['pack', ...options, ...(workspace ? ['--workspace', workspace] : [])]);
  if (!ok) throw new Error(`npm pack failed:\n${output}`);
  const { name, version } = JSON.parse(readFileSync(join(root, workspace, 'package.json'), 'utf8'));
  return join(folder, `${name}-${version}.tgz`);
}

/** What is wrong with the manifest of a packed package for Node, bundlers and browsers. */
export const manifestFaults = (tarball) => run('publint', [tarball, '--strict']);

/** Whether TypeScript finds the types of everything that may be imported; the package is for modules only. */
export const typesResolve = (tarball) => run('attw', [tarball, '--profile', 'esm-only', '--no-emoji', '--no-color']);
