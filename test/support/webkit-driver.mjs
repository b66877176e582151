import { spawn } from 'node:child_process';
import net from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const accepts = (port) =>
  new Promise((resolve) => {
    const socket = net
      .connect(port, '127.0.0.1', () => {
        socket.end();
        resolve(true);
      })
      .on('error', () => resolve(false));
  });

function startDisplay() {
  const display = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const number = new Promise((resolve, reject) => {
    display.stdio[3].once('data', (data) => resolve(String(data).trim()));
    display.once('error', reject).once('exit', () => reject(new Error('Xvfb ended before it gave a display.')));
  });
  return { display, number };
}

/** A Web Test Runner plugin that starts WebKitWebDriver on a virtual display and ends both with the run. */
export function webKitDriver(port) {
  const started = [];
  const stop = () => {
    for (const child of started.splice(0)) {
      try {
        process.kill(-child.pid);
      } catch (error) {
        if (error.code !== 'ESRCH') throw error;
      }
    }
  };
  return {
    name: 'webkit-driver',
    serverStop: stop,
    async serverStart() {
      process.once('exit', stop);
      const { display, number } = startDisplay();
      started.push(display);
      // Of a machine without a language WebKit says "C", which is none (BCP 47).
      const env = { ...process.env, LC_ALL: 'en_US.UTF-8', DISPLAY: `:${await number}`, LIBGL_ALWAYS_SOFTWARE: '1' };
      started.push(spawn('WebKitWebDriver', [`--port=${port}`], { detached: true, stdio: 'ignore', env }));
      for (let attempt = 0; attempt < 200; attempt += 1) {
        if (await accepts(port)) return;
        await sleep(50);
      }
      throw new Error('WebKitWebDriver did not start.');
    },
  };
}
