/**
 * Runs the tests of the adapter for Request Tracker against a real one: a server of its own, with a database of its own in a temporary
 * folder, on this machine alone. Says so and succeeds where Request Tracker is not installed or does not start.
 */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { freePort } from './support/free-port.mjs';
import { root, run } from './support/run.mjs';

// cspell:words libexec rtname
const library = '/usr/share/request-tracker5';
const packages = 'request-tracker5 rt5-standalone rt5-db-sqlite starman';
const tests = 'host/test/request-tracker/real.ts';

class Skipped extends Error {}

const folder = mkdtempSync(join(tmpdir(), 'portal-request-tracker-'));
const env = { ...process.env, RT_SITE_CONFIG: join(folder, 'RT_SiteConfig.pm'), RT_SITE_CONFIG_DIR: join(folder, 'conf.d') };

function execute(program, parameters) {
  const { status, stdout, stderr, error } = spawnSync(program, parameters, { env, encoding: 'utf8', maxBuffer: 50_000_000 });
  if (status !== 0) throw new Skipped(`${program} failed: ${error?.message ?? (stderr || stdout).slice(-1000)}`);
  return stdout;
}

/** Its own folder for everything, and no mail that leaves it. Closing has a right of its own, as docs/request-tracker.md recommends. */
function configure(port) {
  for (const name of ['conf.d', 'log', 'var', 'mason', 'sessions']) mkdirSync(join(folder, name));
  const statuses = 'new open stalled resolved rejected deleted';
  writeFileSync(
    env.RT_SITE_CONFIG,
    `use utf8;
Set($rtname, 'rt.example.test');
Set($Organization, 'rt.example.test');
Set($WebDomain, '127.0.0.1');
Set($WebPort, ${port});
Set($Timezone, 'Asia/Kolkata');
Set($DatabaseType, 'SQLite');
Set($DatabaseName, '${folder}/rt.sqlite');
Set($MailCommand, 'mbox');
$RT::VarPath = '${folder}/var';
$RT::MasonDataDir = '${folder}/mason';
$RT::MasonSessionDir = '${folder}/sessions';
Set($WebSessionClass, 'Apache::Session::File');
Set($LogToSyslog, undef);
Set($LogToSTDERR, undef);
Set($LogToFile, 'warning');
Set($LogDir, '${folder}/log');
# Each request with a token costs as much as a password does.
Set($BcryptCost, 4);
my @statuses = qw(${statuses});
Set(%Lifecycles, default => {
  initial => ['new'], active => ['open', 'stalled'], inactive => ['resolved', 'rejected', 'deleted'],
  defaults => { on_create => 'new', on_merge => 'resolved' },
  transitions => { '' => [qw(new open resolved)], map { my $from = $_; $from => [grep { $_ ne $from } @statuses] } @statuses },
  rights => { '* -> deleted' => 'DeleteTicket', '* -> resolved' => 'CloseTicket', 'resolved -> open' => 'CloseTicket', '* -> *' => 'ModifyTicket' },
});
1;
`,
  );
}

async function startServer(port) {
  const log = openSync(join(folder, 'log', 'server.log'), 'a');
  // A connection that is kept would keep the one worker from all others.
  const parameters = ['--listen', `127.0.0.1:${port}`, '--workers', '1', '--disable-keepalive', `${library}/libexec/rt-server`];
  const server = spawn('starman', parameters, { env, stdio: ['ignore', log, log] });
  const ended = once(server, 'exit').then(() => true);
  for (let waited = 0; waited < 120; waited += 1) {
    const isUp = await fetch(`http://127.0.0.1:${port}/REST/2.0/rt`).then(({ status }) => status === 401, () => false); // prettier-ignore
    if (isUp) return { server, ended };
    if (await Promise.race([ended, setTimeout(500, false)])) break;
  }
  server.kill();
  throw new Skipped(`the server did not start: ${readFileSync(join(folder, 'log', 'server.log'), 'utf8').slice(-1000)}`);
}

async function main() {
  if (!existsSync(`${library}/libexec/rt-server`)) throw new Skipped(`it is not installed. On Debian 12: apt install ${packages}`);
  const port = await freePort();
  configure(port);
  console.log('Setting up Request Tracker …');
  execute('rt-setup-database-5', ['--action', 'init', '--dba', '', '--dba-password', '']);
  const seed = execute('perl', [`-I${library}/lib`, join(root, 'host/test/request-tracker/seed.pl')]);
  const { server, ended } = await startServer(port);
  try {
    const given = { url: `http://127.0.0.1:${port}`, ...JSON.parse(seed) };
    const parameters = ['--import', 'tsx', '--test', '--test-reporter=spec', ...process.argv.slice(2), tests];
    return (await run('node', parameters, { show: true, env: { PORTAL_TEST_REQUEST_TRACKER: JSON.stringify(given) } })).code;
  } finally {
    server.kill();
    await ended;
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof Skipped)) throw error;
  console.log(`Skipped: Request Tracker cannot be tested here: ${error.message}`);
} finally {
  if (process.env.PORTAL_TEST_KEEP) console.log(`Kept: ${folder}`);
  else rmSync(folder, { recursive: true, force: true });
}
