import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root, run } from './run.mjs';

export const scratch = 'node_modules/.cache/portal-elements';

async function generated(file, command, ...parameters) {
  await mkdir(join(root, scratch), { recursive: true });
  const { ok, output } = await run(command, parameters);
  if (!ok) throw new Error(output);
  return JSON.parse(await readFile(join(root, scratch, file), 'utf8'));
}

/** The contract in one piece. */
export const readContract = () =>
  generated('openapi.json', 'redocly', 'bundle', 'openapi/portal.yaml', '--output', `${scratch}/openapi.json`);

/** The manifest of the elements as the sources are now. */
export const readManifest = () =>
  generated('custom-elements.json', 'cem', 'analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet', '--outdir', scratch);

/** The permission ids, from the one module that lists them. */
export async function readResources() {
  const entryPoints = [join(root, 'src/context/resources.ts')];
  const { outputFiles } = await build({ entryPoints, bundle: true, format: 'esm', write: false });
  const { resources } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return resources;
}

const methods = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'];

/** The operations of the contract in its own order. */
export function operationsOf(contract) {
  return Object.entries(contract.paths).flatMap(([path, item]) =>
    methods
      .filter((method) => item[method])
      .map((method) => ({
        id: item[method].operationId,
        method: method.toUpperCase(),
        path,
        summary: item[method].summary ?? '',
        permission: item[method]['x-permission'],
      })),
  );
}
