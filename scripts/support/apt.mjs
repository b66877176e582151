import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/** Only root on a Debian with apt may install packages; everyone else is asked to. */
export const canInstall = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get') && existsSync('/etc/debian_version');

/** Installs Debian packages; resolves to whether that worked. */
export async function install(packages) {
  console.log(`Installing ${packages.join(', ')} with apt …`);
  const env = { DEBIAN_FRONTEND: 'noninteractive' };
  const parameters = ['install', '-y', '--no-install-recommends', ...packages];
  if ((await run('apt-get', parameters, { env })).ok) return true;
  await run('apt-get', ['update'], { env });
  const { ok, output } = await run('apt-get', parameters, { env });
  if (!ok) console.error(output);
  return ok;
}
