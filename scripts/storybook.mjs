/** Starts Storybook on http://127.0.0.1:6006; makes the manifest first, from which its tables come. With `build` writes storybook-static/. */
import { spawn } from 'node:child_process';
import { root, run } from './support/run.mjs';

const manifest = await run('cem', ['analyze', '--config', 'custom-elements-manifest.config.mjs', '--quiet']);
if (!manifest.ok) {
  console.error(manifest.output);
  process.exit(1);
}

const [command = 'dev', ...rest] = process.argv.slice(2);
const parameters = command === 'dev' ? ['dev', '--host', '127.0.0.1', '--port', '6006', '--no-open', ...rest] : [command, ...rest];
const storybook = spawn('npx', ['storybook', ...parameters], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
});
storybook.on('exit', (code) => process.exit(code ?? 1));
