/** Launchers of Web Test Runner that start a browser once again when it cannot open a page: it did not start, or has died. */
import { chromeLauncher } from '@web/test-runner-chrome';
import { webdriverLauncher } from '@web/test-runner-webdriver';

/** `open` shows a test's page; `leave` forgets the browser, so that the next page is opened in a new one. */
function startedAgain(launcher, open, leave) {
  launcher.startSession = async (id, url) => {
    try {
      await open(id, url);
    } catch (error) {
      console.log(`${launcher.name} cannot open a page (${error.message}); it is started again.`);
      await leave();
      await open(id, url);
    }
  };
  return launcher;
}

/** Chromium or Firefox; one of several alike says which in its User-Agent, by which the server tells them apart. */
export function puppeteerLauncher(launchOptions, number) {
  const createPage = async ({ context, browser }) => {
    const page = await context.newPage();
    if (number) await page.setUserAgent({ userAgent: `${await browser.userAgent()} Number/${number}` });
    return page;
  };
  const launcher = chromeLauncher({ launchOptions, createPage });
  return startedAgain(launcher, launcher.startSession.bind(launcher), async () => {
    // It would wait for the start that has failed, and take a page of the browser that has died.
    launcher.__startBrowserPromise = undefined;
    launcher.inactivePages.length = 0;
    await launcher.stop().catch(() => undefined);
  });
}

/** WebKit. */
export function driverLauncher(options) {
  const launcher = webdriverLauncher(options);
  const open = async (id, url) => {
    await launcher.ensureManagerInitialized();
    // Its own start waits for nothing: that a page could not be opened would be nobody's, and end the whole run.
    await launcher.driverManager.startSession(id, url);
  };
  return startedAgain(launcher, open, async () => {
    launcher.__managerPromise = undefined;
    await launcher.stop();
    launcher.driver = launcher.driverManager = undefined;
  });
}
