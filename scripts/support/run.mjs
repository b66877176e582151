import { spawn } from 'node:child_process';
import { delimiter } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

const environment = (extra) => ({
  ...process.env,
  PATH: `${root}node_modules/.bin${delimiter}${process.env.PATH}`,
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  REDOCLY_TELEMETRY: 'off',
  ...extra,
});

/** Runs a command, in the project's folder unless told; resolves with its exit code and output, also when it fails. */
export function run(command, parameters = [], { show = false, env, cwd = root } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd, env: environment(env), stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    const take = (stream) => (text) => {
      output += text;
      if (show) process[stream].write(text);
    };
    for (const stream of ['stdout', 'stderr']) child[stream].setEncoding('utf8').on('data', take(stream));
    child.on('error', (error) => resolve({ ok: false, code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => {
      if (signal) take('stderr')(`${command} was ended by ${signal}.\n`);
      resolve({ ok: code === 0, code: code ?? 1, output });
    });
  });
}

/** A function that starts at most `limit` of the tasks given to it at once. */
export function limiter(limit) {
  const waiting = [];
  let running = 0;
  const next = () => {
    if (running >= limit || waiting.length === 0) return;
    running += 1;
    const { task, resolve, reject } = waiting.shift();
    void task()
      .then(resolve, reject)
      .finally(() => {
        running -= 1;
        next();
      });
  };
  return (task) =>
    new Promise((resolve, reject) => {
      waiting.push({ task, resolve, reject });
      next();
    });
}

/** Runs a command in this terminal, with its keyboard; resolves with its exit code. */
export function runHere(command, parameters, env) {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, { cwd: root, env: environment(env), stdio: 'inherit' });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}
