/**
 * Makes the next version of what .changeset/ says: raises the version, writes the entry of CHANGELOG.md, deletes the files. What the
 * command of changesets does for packages in workspaces, done for this one, which is their root.
 */
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import applyReleasePlan from '@changesets/apply-release-plan';
import assembleReleasePlan from '@changesets/assemble-release-plan';
import { read as readConfig } from '@changesets/config';
import readChangesets from '@changesets/read';
import { format, resolveConfig } from 'prettier';
import { root, run } from './support/run.mjs';

const manifest = async (folder) => JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8'));

async function write(path, text) {
  const file = join(root, path);
  await writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
}

/** Workspaces depend on the library, or stand for it, in its present version; they are not published. */
async function follow(version, workspaces) {
  for (const folder of workspaces) {
    const packageJson = await manifest(folder);
    if (packageJson.name === 'portal-elements') packageJson.version = version;
    if (packageJson.dependencies?.['portal-elements']) packageJson.dependencies['portal-elements'] = `^${version}`;
    await write(`${folder}/package.json`, JSON.stringify(packageJson));
  }
}

const library = { dir: root, packageJson: await manifest('.') };
const packages = { tool: 'root', root: library, packages: [library] };
const config = await readConfig(root, packages);
const changesets = await readChangesets(root);
if (changesets.length === 0) {
  console.log('Nothing to release: .changeset/ has no files.');
  process.exit();
}

const heading = `## ${library.packageJson.version} (not released yet)`;

/** The first release keeps its number: what was told since its entry was written is put below that. */
async function completeFirst() {
  const told = await readFile(join(root, 'CHANGELOG.md'), 'utf8');
  const [before, after] = told.split(`${heading}\n`);
  const [entry, ...others] = after.split(/^(?=## )/m);
  const further = changesets.map(({ summary }) => `- ${summary.replaceAll('\n', '\n  ')}`).join('\n');
  await writeFile(
    join(root, 'CHANGELOG.md'),
    `${before}${heading.replace(' (not released yet)', '')}\n${entry.trimEnd()}\n\n### And\n\n${further}\n\n${others.join('')}`,
  );
  await Promise.all(changesets.map(({ id }) => rm(join(root, '.changeset', `${id}.md`))));
}

if ((await readFile(join(root, 'CHANGELOG.md'), 'utf8')).includes(heading)) await completeFirst();
else await applyReleasePlan(assembleReleasePlan(changesets, packages, config, undefined), packages, config);
const { version, workspaces } = await manifest('.');
await follow(version, workspaces);
await write('CHANGELOG.md', await readFile(join(root, 'CHANGELOG.md'), 'utf8'));
await write('package.json', await readFile(join(root, 'package.json'), 'utf8'));
const quietly = ['--ignore-scripts', '--no-audit', '--no-fund', '--omit-lockfile-registry-resolved'];
const { ok, output } = await run('npm', ['install', '--package-lock-only', ...quietly]);
console.log(ok ? `${version} is ready to be reviewed.` : output);
process.exitCode = ok ? 0 : 1;
