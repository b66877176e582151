/** Finds the browsers that tests run in, and on a bare Debian installs them. */
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { canInstall, install } from '../../scripts/support/apt.mjs';

const onPath = (names) =>
  names.flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name))).find((file) => existsSync(file));

const programFiles = ['ProgramFiles', 'ProgramFiles(x86)', 'LocalAppData'].map((name) => process.env[name]).filter(Boolean);

const inUsualPlaces = (mac, windows) =>
  [
    ...mac.flatMap((file) => [`/Applications/${file}`, `${process.env.HOME}/Applications/${file}`]),
    ...programFiles.flatMap((folder) => windows.map((file) => join(folder, file))),
  ].find((file) => existsSync(file));

/** Chromium or a browser made from it. */
export const findChromium = () =>
  process.env.CHROME_PATH ??
  onPath(['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'brave-browser']) ??
  inUsualPlaces(
    [
      'Google Chrome.app/Contents/MacOS/Google Chrome',
      'Chromium.app/Contents/MacOS/Chromium',
      'Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'Brave Browser.app/Contents/MacOS/Brave Browser',
    ],
    ['Google/Chrome/Application/chrome.exe', 'Microsoft/Edge/Application/msedge.exe'],
  );

export const findFirefox = () =>
  process.env.FIREFOX_PATH ??
  onPath(['firefox', 'firefox-esr']) ??
  inUsualPlaces(['Firefox.app/Contents/MacOS/firefox'], ['Mozilla Firefox/firefox.exe']);

const folders = (path) => (existsSync(path) ? readdirSync(path).map((name) => join(path, name)) : []);

/** WebKitGTK's own little browser; it can be driven only with WebKitWebDriver and, without a screen, Xvfb. */
export function findWebKit() {
  if (!onPath(['WebKitWebDriver']) || !onPath(['Xvfb'])) return undefined;
  return ['/usr/lib', '/usr/libexec']
    .flatMap((path) => [path, ...folders(path)])
    .flatMap((path) => ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((name) => join(path, name, 'MiniBrowser')))
    .find((file) => existsSync(file));
}

const found = () => ({ chromium: findChromium(), firefox: findFirefox(), webkit: findWebKit() });

const debianPackages = { chromium: ['chromium'], firefox: ['firefox-esr'], webkit: ['webkit2gtk-driver', 'xvfb'] };

/** The paths of the browsers there are, as `{ chromium?, firefox?, webkit? }`; of `wanted` only, when given. */
export async function findBrowsers(wanted = Object.keys(debianPackages)) {
  const unknown = wanted.find((name) => !Object.hasOwn(debianPackages, name));
  if (unknown) throw new Error(`There is no browser ${unknown}, only ${Object.keys(debianPackages).join(', ')}.`);
  const missing = wanted.filter((name) => !found()[name]);
  if (missing.length > 0 && canInstall()) await install([...missing.flatMap((name) => debianPackages[name]), 'fonts-dejavu-core']);
  const browsers = Object.fromEntries(Object.entries(found()).filter(([name, path]) => path && wanted.includes(name)));
  const absent = wanted.filter((name) => !browsers[name]);
  if (Object.keys(browsers).length === 0) {
    throw new Error('No browser to test in: install Chrome, Chromium, Edge or Firefox, or give its path in CHROME_PATH or FIREFOX_PATH.');
  }
  if (absent.length > 0) console.log(`Not installed, so nothing is tested there: ${absent.join(', ')}.`);
  return browsers;
}

const root = process.platform === 'linux' && process.getuid?.() === 0;

/** Arguments for Chromium: no calls home, no sandbox for root, which has none. */
export const chromiumArguments = [
  ...(root ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--disable-dev-shm-usage',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
