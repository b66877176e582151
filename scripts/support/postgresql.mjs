import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall } from './apt.mjs';

const newest = (names) => names.sort((one, other) => Number(other) - Number(one));

/** The folder with the programs of the newest PostgreSQL that is installed. */
export function findPrograms() {
  const debian = '/usr/lib/postgresql';
  const folders = [
    ...(existsSync(debian) ? newest(readdirSync(debian)).map((version) => join(debian, version, 'bin')) : []),
    ...(process.env.PATH ?? '').split(delimiter),
    '/opt/homebrew/bin',
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** Tells whether tests can have a PostgreSQL: one that is named, installed, or can be installed. */
export const canHavePostgresql = () => Boolean(process.env.PORTAL_TEST_DATABASE_URL ?? findPrograms()) || canInstall();
