/**
 * Tries the packed library where it is used: in empty folders outside the repository, with Node, by the packed host, and in pages of React,
 * Vue, Svelte, Solid and Preact that Vite builds. `--built` packs dist/ as it is; names, such as `vue node`, run some. Needs a registry of packages
 * and Chromium, and is no part of `npm test`.
 */
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright';
import { chromiumArguments, findBrowsers } from '../test/support/browsers.mjs';
import { readOptions } from './support/options.mjs';
import { startHost } from './support/consumer-host.mjs';
import { serve } from './support/consumer-server.mjs';
import { manifestFaults, pack, typesResolve } from './support/packed.mjs';
import { root, run } from './support/run.mjs';

const pages = join(root, 'test/consumers');
const { values, positionals } = readOptions({ allowPositionals: true, options: { built: { type: 'boolean' } } });

async function must(cwd, command, ...parameters) {
  const { ok, output } = await run(command, parameters, { cwd });
  if (!ok) throw new Error(`${command} ${parameters.join(' ')}\n${output}`);
}

const install = (cwd, ...tarballs) => must(cwd, 'npm', 'install', '--no-audit', '--no-fund', '--no-package-lock', ...tarballs);

/** Two of them on a page are what ranges in our `dependencies` are there to prevent. */
async function oneOfEach(folder, ...names) {
  const found = (await readdir(join(folder, 'node_modules'), { recursive: true })).map((path) => path.replaceAll('\\', '/'));
  for (const name of names) {
    const times = found.filter((path) => path === `${name}/package.json` || path.endsWith(`node_modules/${name}/package.json`)).length;
    if (times !== 1) throw new Error(`${name} is installed ${times} times.`);
  }
}

/** What an application's module imports, without a DOM: each path of `exports` that is a module, and one of each pattern. */
async function node(folder, tarball) {
  await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  await install(folder, tarball);
  const { exports } = JSON.parse(await readFile(join(folder, 'node_modules/portal-elements/package.json'), 'utf8'));
  const modules = Object.keys(exports)
    .filter((path) => exports[path].default)
    .map((path) => path.replace('*', 'portal-invoices').replace(/^\./, 'portal-elements'));
  const files = ['openapi.json', 'custom-elements.json', 'package.json'].map((name) => `portal-elements/${name}`);
  const lines = [
    ...modules.map((path) => `await import('${path}');`),
    ...files.map((path) => `await import('${path}', { with: { type: 'json' } });`),
    `import.meta.resolve('portal-elements/cdn/portal.js');`,
  ];
  await writeFile(join(folder, 'imports.js'), lines.join('\n'));
  await must(folder, 'node', '--no-warnings', 'imports.js');
}

/** What a person would see, once the list is there; faults are what the console says. */
async function shown(browser, address) {
  const page = await browser.newPage();
  const faults = [];
  page.on('console', (message) => ['warning', 'error'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(error.message));
  await page.goto(address);
  await page
    .locator('portal-invoices [part~="row"]')
    .first()
    .waitFor()
    .catch((error) => faults.push(error.message));
  const rows = await page.locator('portal-invoices [part~="row"]').count();
  const link = await page.locator('portal-invoices a[href="/invoice?id=inv_1"]').count();
  const phase = (await page.locator('output').textContent()).trim();
  await page.close();
  return { rows, link, phase, faults };
}

async function framework(name, folder, tarball, browser) {
  await cp(join(pages, name), folder, { recursive: true });
  await install(folder, tarball);
  await oneOfEach(folder, 'lit', 'lit-html', 'lit-element', '@lit/reactive-element');
  await must(folder, 'npm', 'run', 'check');
  await must(folder, 'npm', 'run', 'build');
  const server = await serve(join(folder, 'dist'));
  const { rows, link, phase, faults } = await shown(browser, server.address).finally(server.close);
  if (rows === 0 || link !== 1 || phase !== 'ready' || faults.length > 0)
    throw new Error(`The page shows ${rows} rows, ${link} links and the phase "${phase}".\n${faults.join('\n')}`);
}

/** The host as a company would start it: its sample site shows a client's invoices, and a variable that is wrong is named. */
async function host(folder, tarball, browser) {
  await writeFile(join(folder, 'package.json'), '{ "private": true }');
  await install(folder, tarball, await pack(folder, { workspace: 'host' }));
  const refused = await startHost(folder, { PORT: 'eighty' }).catch(({ message }) => message);
  if (!String(refused).includes('PORT')) throw new Error(`It does not say that PORT is wrong: ${refused}`);
  const { address, close } = await startHost(folder);
  const page = await browser.newPage();
  try {
    await page.goto(`${address}/sign-in?next=/invoices`);
    await page.locator('portal-sign-in #email').fill('owner@acme.example');
    await page.locator('portal-sign-in #password').fill('portal-demo');
    await page.locator('portal-sign-in button[type=submit]').click();
    await page.locator('portal-invoices [part~="row"]').first().waitFor();
  } finally {
    await page.close();
    await close();
  }
}

const passes = async (check, tarball) => {
  const { ok, output } = await check(tarball);
  if (!ok) throw new Error(output);
};

const consumers = {
  publint: (_, tarball) => passes(manifestFaults, tarball),
  'are the types wrong': (_, tarball) => passes(typesResolve, tarball),
  node,
  host,
  ...Object.fromEntries(
    (await readdir(pages)).sort().map((name) => [name, (folder, tarball, browser) => framework(name, folder, tarball, browser)]),
  ),
};

const unknown = positionals.find((name) => !Object.hasOwn(consumers, name));
if (unknown) throw new Error(`There is no ${unknown}, only ${Object.keys(consumers).join(', ')}.`);
const chosen = Object.entries(consumers).filter(([name]) => positionals.length === 0 || positionals.includes(name));

const outside = await mkdtemp(join(tmpdir(), 'portal-elements-'));
const browser = await chromium.launch({ executablePath: (await findBrowsers(['chromium'])).chromium, args: chromiumArguments });
let failed = 0;
try {
  const tarball = await pack(outside, values);
  for (const [name, tries] of chosen) {
    const started = performance.now();
    const fault = await mkdtemp(join(outside, 'consumer-'))
      .then((folder) => tries(folder, tarball, browser))
      .catch((error) => error);
    if (fault) failed += 1;
    console.log(`${fault ? 'failed' : 'ok    '}  ${name}  ${((performance.now() - started) / 1000).toFixed(1)} s`);
    if (fault) console.log(fault.message);
  }
} finally {
  await browser.close();
  await rm(outside, { recursive: true, force: true });
}
console.log(`${chosen.length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
