import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { projectFolder } from '../../src/configuration.js';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/database/migrate.js';

const host = join(projectFolder, 'host');

/** The dump of a database that is made once and kept for all test files and runs: reading it is several times faster. */
async function kept(name: string, make: () => Promise<Blob>): Promise<Blob> {
  const file = join(tmpdir(), `portal-elements-${name}.tar`);
  const before = await readFile(file).catch(() => undefined);
  if (before) return new Blob([before]);
  const image = await make();
  await writeFile(`${file}.${process.pid}`, Buffer.from(await image.arrayBuffer()));
  await rename(`${file}.${process.pid}`, file);
  return image;
}

async function dump(embedded: PGlite): Promise<Blob> {
  const image = await embedded.dumpDataDir('none');
  await embedded.close();
  return image;
}

async function version(): Promise<string> {
  const { dependencies } = JSON.parse(await readFile(join(host, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  return dependencies['@electric-sql/pglite']!;
}

/** An embedded database without any table. */
export const emptyImage = async (): Promise<Blob> => kept(`empty-${await version()}`, async () => dump(await PGlite.create()));

/** An embedded database with the tables of the newest schema; another one as soon as a migration is another. */
export async function migratedImage(): Promise<Blob> {
  const folder = join(host, 'src', 'database', 'migrations');
  const hash = createHash('sha256');
  for (const file of (await readdir(folder)).sort()) hash.update(await readFile(join(folder, file)));
  return kept(`migrated-${await version()}-${hash.digest('hex').slice(0, 12)}`, async () => {
    const dataFolder = await mkdtemp(join(tmpdir(), 'portal-image-'));
    const { database, close } = await openDatabase({ dataFolder });
    await migrate(database);
    await close();
    const image = await dump(await PGlite.create({ dataDir: join(dataFolder, 'database') }));
    await rm(dataFolder, { recursive: true });
    return image;
  });
}
