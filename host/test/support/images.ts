import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { packageFolder } from '../../src/configuration.js';
import { openDatabase } from '../../src/database/database.js';
import { migrate } from '../../src/migrate.js';

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
  const { dependencies } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
  };
  return dependencies['@electric-sql/pglite']!;
}

/** An embedded database without any table. */
export const emptyImage = async (): Promise<Blob> => kept(`empty-${await version()}`, async () => dump(await PGlite.create()));

/** Migrations and the sources they may use, in a few letters. */
async function sources(): Promise<string> {
  const folder = join(packageFolder, 'src');
  const hash = createHash('sha256');
  const files = (await readdir(folder, { recursive: true })).filter((file) => file.endsWith('.ts')).sort();
  for (const content of await Promise.all(files.map((file) => readFile(join(folder, file))))) hash.update(content);
  return hash.digest('hex').slice(0, 12);
}

/** Tells this folder of the project from others on the same machine, whose sources differ. */
const place = createHash('sha256').update(packageFolder).digest('hex').slice(0, 6);

/** An embedded database with the tables of the newest schema; made anew, in place of the former one, when the host's sources change. */
export async function migratedImage(): Promise<Blob> {
  const former = `migrated-${await version()}-${place}-`;
  return kept(`${former}${await sources()}`, async () => {
    const old = (await readdir(tmpdir())).filter((file) => file.startsWith(`portal-elements-${former}`) && file.endsWith('.tar'));
    await Promise.all(old.map((file) => rm(join(tmpdir(), file), { force: true })));
    const dataFolder = await mkdtemp(join(tmpdir(), 'portal-image-'));
    const { database, close } = await openDatabase({ dataFolder });
    await migrate(database);
    await close();
    const image = await dump(await PGlite.create({ dataDir: join(dataFolder, 'database') }));
    await rm(dataFolder, { recursive: true });
    return image;
  });
}
