#!/usr/bin/env bash
# Found: the runner's server sends `Cache-Control: public, max-age=31536000` with every answer, also with 404 and 503: a module that was
# missing once stays missing for the rest of the run, in each page of that browser. Expected: errors are not kept.
# With: @web/test-runner-core 0.13.4, asked by Node without a browser.
# So: web-test-runner.config.mjs answers for modules that a test has named past the runner's own server, with `no-store`.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent @web/test-runner-core@0.13.4
echo 'export {};' > there.js && cp there.js one.test.js
cat > run.mjs <<'JS'
import { TestRunner } from '@web/test-runner-core';

const nothing = () => {};
const logger = { log: nothing, debug: nothing, warn: nothing, error: console.error, group: nothing, groupEnd: nothing, logSyntaxError: nothing };
const launcher = {
  name: 'none',
  type: 'none',
  initialize: async () => {},
  stop: async () => {},
  async startSession(id, url) {
    for (const path of ['/there.js', '/missing.js', '/busy.js']) {
      const answer = await fetch(new URL(path, url));
      console.log(path, answer.status, answer.headers.get('cache-control'));
    }
    process.exit();
  },
};
const middleware = [(context, next) => (context.path === '/busy.js' ? void (context.status = 503) : next())];
const times = { browserStartTimeout: 9999, testsStartTimeout: 9999, testsFinishTimeout: 9999 };
const place = { rootDir: process.cwd(), files: ['one.test.js'], protocol: 'http:', hostname: 'localhost', port: 0 };
const rest = { browsers: [launcher], testFramework: { path: 'none' }, plugins: [], reporters: [], mimeTypes: {}, concurrency: 1, logger };
await new TestRunner({ ...place, ...times, ...rest, middleware, port: Number(process.argv[2]) }).start();
JS
port=$(node -e "const s = require('net').createServer().listen(0, () => { console.log(s.address().port); s.close(); })")
seen=$(node run.mjs "$port")
echo "$seen"
expected='/there.js 200 public, max-age=31536000
/missing.js 404 public, max-age=31536000
/busy.js 503 public, max-age=31536000'
if [ "$seen" = "$expected" ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
