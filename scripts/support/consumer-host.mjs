import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Starts the host that is installed in `folder`, with demo data and a database of its own, at a free port; resolves with its address
 * once it listens, and rejects with its output if it ends before.
 */
export function startHost(folder, environment = {}) {
  const child = spawn(process.execPath, [join(folder, 'node_modules/.bin/portal-elements-host')], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const ended = once(child, 'close');
  let output = '';
  return new Promise((resolve, reject) => {
    const read = (text) => {
      output += text;
      const address = /Ready after .* at (http:\/\/\S+)/.exec(output)?.[1];
      if (!address) return;
      const close = async () => {
        child.kill();
        await ended;
      };
      resolve({ address, close });
    };
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', read);
    child.on('error', reject);
    void ended.then(() => reject(new Error(output)));
  });
}
