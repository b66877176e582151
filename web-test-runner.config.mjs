import { readdirSync } from 'node:fs';
import { defaultReporter } from '@web/test-runner';
import { chromiumArguments, findBrowsers } from './test/support/browsers.mjs';
import { bundle } from './test/support/bundle.mjs';
import { countReporter } from './test/support/count-reporter.mjs';
import { driverLauncher, puppeteerLauncher } from './test/support/launchers.mjs';
import { readManifest } from './scripts/support/facts.mjs';
import { freePort } from './scripts/support/free-port.mjs';
import { webKitDriver } from './test/support/webkit-driver.mjs';

// PORTAL_TEST_BROWSERS=chromium,webkit runs the tests in these only.
const found = await findBrowsers(process.env.PORTAL_TEST_BROWSERS?.split(','));
const webKitPort = await freePort();

const launchers = {
  chromium: (executablePath, half) => puppeteerLauncher({ executablePath, args: chromiumArguments }, half),
  firefox(executablePath) {
    // Firefox would open a downloaded PDF in a tab in front of the tests, which are then given no frames; and the panel that
    // opens over a page with its first download takes the focus from all pages after it.
    const extraPrefsFirefox = { 'pdfjs.disabled': true, 'browser.download.alwaysOpenPanel': false };
    const launcher = puppeteerLauncher({ browser: 'firefox', executablePath, extraPrefsFirefox });
    launcher.name = 'Firefox';
    return launcher;
  },
  webkit: (binary) =>
    driverLauncher({
      automationProtocol: 'webdriver',
      hostname: '127.0.0.1',
      port: webKitPort,
      path: '/',
      logLevel: 'error',
      capabilities: {
        browserName: 'MiniBrowser',
        // Else the driver answers when the page has loaded, which on a busy machine may be later than its client waits.
        pageLoadStrategy: 'none',
        'wdio:enforceWebDriverClassic': true,
        'webkitgtk:browserOptions': { binary, args: ['--automation'] },
      },
    }),
};

const allTests = readdirSync('test', { recursive: true })
  .filter((file) => file.endsWith('.test.ts') && !file.startsWith('end-to-end'))
  .map((file) => `test/${file}`)
  .sort();

const given = process.argv.filter((argument) => argument.endsWith('.test.ts'));

const broken = new Map();

/** Modules that a test has named cannot be had in its browser, as after a deploy (`test/support/broken-imports.ts`). */
async function brokenImports(context, next) {
  const browser = context.get('User-Agent');
  if (context.path === '/broken-imports') {
    broken.set(browser, context.query.paths.split(' '));
    context.body = '';
  } else if (broken.get(browser)?.includes(context.path)) {
    // Past the runner, which lets browsers keep every answer for a year.
    context.respond = false;
    context.res.writeHead(503, { 'Cache-Control': 'no-store' }).end();
  } else await next();
}

let documented;

const namesOf = (items = []) => items.map(({ name }) => ({ name }));

/** Tags with their parts and slots, of the elements as they are now, also where nothing has been built. */
const serveManifest = {
  name: 'manifest',
  // Before the first test: on a busy machine it takes longer than a test may.
  async serverStart() {
    const { modules } = await readManifest();
    const tags = modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);
    documented = JSON.stringify(
      tags.map(({ tagName, cssParts, slots }) => ({ tagName, cssParts: namesOf(cssParts), slots: namesOf(slots) })),
    );
  },
  serve: ({ path }) => (path === '/documented.json' ? { body: documented, type: 'json' } : undefined),
};

const launch = ([calledAs, path], half) => Object.assign(launchers[calledAs](path, half), { calledAs });

/** Chromium, which audits and measures every scene, has by far the most to do: two of them have half of all files each. */
function inBrowsers() {
  const all = Object.entries(found);
  if (!found.chromium || given.length > 0) return { files: allTests, browsers: all.map((each) => launch(each)) };
  const half = (number) => allTests.filter((_, index) => index % 2 === number);
  const chromium = [0, 1].map((number) => ({
    name: `chromium ${number + 1}`,
    files: half(number),
    browsers: [launch(['chromium', found.chromium], number + 1)],
  }));
  const others = all.filter(([name]) => name !== 'chromium').map((each) => launch(each));
  return { groups: [...chromium, ...(others.length > 0 ? [{ name: 'others', files: allTests, browsers: others }] : [])] };
}

export default {
  middleware: [brokenImports],
  plugins: [bundle(given.length > 0 ? given : allTests), serveManifest, ...(found.webkit ? [webKitDriver(webKitPort)] : [])],
  ...inBrowsers(),
  testRunnerHtml: (testFramework) => `<!doctype html>
<html>
  <body>
    <script>
      // Some tests ask what has been loaded; by default no more than the first 250 are kept.
      performance.setResourceTimingBufferSize(5000);
    </script>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
  reporters: [defaultReporter({ reportTestProgress: Boolean(process.stdout.isTTY) }), countReporter()],
  concurrentBrowsers: 3,
  // A page that is not in front is given no frames: one at a time.
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 120_000,
  testsFinishTimeout: 300_000,
  // An audit of a long list takes its time on a slow machine.
  testFramework: { config: { timeout: 30_000 } },
};
