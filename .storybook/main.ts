import type { StorybookConfig } from '@storybook/web-components-vite';

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The sources' own decorators, as the library is compiled.
  viteFinal: (config) => ({ ...config, build: { ...config.build, chunkSizeWarningLimit: 3000 } }),
} satisfies StorybookConfig;
