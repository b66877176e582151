import { storybookTest } from '@storybook/addon-vitest/vitest-plugin';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArguments, findBrowsers } from './test/support/browsers.mjs';

const { chromium } = await findBrowsers(['chromium']);

/** Every story is a test: it renders, comes to rest, and has no accessibility violation. */
export default defineConfig({
  plugins: [storybookTest({ configDir: new URL('./.storybook', import.meta.url).pathname })],
  test: {
    name: 'storybook',
    browser: {
      enabled: true,
      headless: true,
      instances: [{ browser: 'chromium' }],
      provider: playwright({ launchOptions: { executablePath: chromium, args: chromiumArguments } }),
    },
  },
});
