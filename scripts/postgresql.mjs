/**
 * Runs a command with PORTAL_TEST_DATABASE_URL naming a PostgreSQL database that may be filled and emptied:
 * the one given in the environment, else a temporary one from the PostgreSQL that is installed, which a bare Debian gets.
 */
import { spawnSync } from 'node:child_process';
import { chownSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canInstall, install } from './support/apt.mjs';
import { findPrograms } from './support/postgresql.mjs';
import { freePort } from './support/free-port.mjs';
import { run } from './support/run.mjs';

const command = process.argv.slice(2);

const isRoot = process.getuid?.() === 0;

/** The user a database server may run as: never root. */
function serverUser() {
  if (!isRoot) return undefined;
  const ask = (option) => spawnSync('id', [option, 'postgres'], { encoding: 'utf8' });
  const uid = ask('-u');
  return uid.status === 0 ? { uid: Number(uid.stdout), gid: Number(ask('-g').stdout) } : null;
}

function execute(program, parameters, user, folder) {
  const { status, stderr, stdout, error } = spawnSync(program, parameters, { ...user, cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program} failed: ${error?.message ?? `${stderr}${stdout}`}`);
}

async function withTemporaryServer(programs, user, use) {
  const folder = mkdtempSync(join(tmpdir(), 'portal-postgresql-'));
  const data = join(folder, 'data');
  const log = join(folder, 'log');
  const port = await freePort();
  try {
    if (user) chownSync(folder, user.uid, user.gid);
    execute(join(programs, 'initdb'), ['-D', data, '-U', 'portal', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'], user, folder);
    writeFileSync(
      join(data, 'postgresql.auto.conf'),
      `listen_addresses = '127.0.0.1'\nport = ${port}\nunix_socket_directories = ''\nfsync = off\n`,
    );
    execute(join(programs, 'pg_ctl'), ['-D', data, '-l', log, '-w', '-s', 'start'], user, folder);
    try {
      return await use(`postgresql://portal@127.0.0.1:${port}/postgres`);
    } finally {
      execute(join(programs, 'pg_ctl'), ['-D', data, '-m', 'immediate', '-s', 'stop'], user, folder);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const runWith = (url) => run(command[0], command.slice(1), { show: true, env: { PORTAL_TEST_DATABASE_URL: url } });

async function main() {
  if (process.env.PORTAL_TEST_DATABASE_URL) return runWith(process.env.PORTAL_TEST_DATABASE_URL);
  if (!findPrograms() && canInstall()) await install(['postgresql']);
  const programs = findPrograms();
  const user = serverUser();
  if (!programs || user === null) {
    console.log('Skipped: PostgreSQL is not installed and PORTAL_TEST_DATABASE_URL names no database.');
    return { code: 0 };
  }
  return withTemporaryServer(programs, user, runWith);
}

process.exitCode = (await main()).code;
