/** One process of `several-files.mjs`: runs the files that it is dealt, each as a suite, whose hooks are the file's. */
import { resolve } from 'node:path';
import { describe } from 'node:test';
import { pathToFileURL } from 'node:url';

async function next(ended = '') {
  const response = await fetch(`${process.env.PORTAL_TEST_DEALER}/?${new URLSearchParams({ ended })}`);
  return await response.text();
}

for (let file = await next(); file; file = await next(file)) {
  // Resolves when the suite and its `after` hooks have ended.
  await describe(file, () => import(pathToFileURL(resolve(file)).href));
}
