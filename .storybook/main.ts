import type { StorybookConfig } from '@storybook/web-components-vite';

const directives = ['async-directive', 'directives/if-defined', 'directives/live', 'directives/ref', 'directives/repeat'];
const dependencies = [
  'lit',
  ...directives.map((name) => `lit/${name}.js`),
  '@lit/context',
  '@lit/task',
  'openapi-fetch',
  'openapi-msw',
  'msw',
  'tslib',
];

export default {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-docs', '@storybook/addon-a11y', '@storybook/addon-vitest'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  viteFinal: (config) => ({
    ...config,
    build: { ...config.build, chunkSizeWarningLimit: 3000 },
    // Named, so that finding one late does not make Vite load a running test again.
    optimizeDeps: {
      ...config.optimizeDeps,
      include: [...(config.optimizeDeps?.include ?? []), ...dependencies],
    },
  }),
} satisfies StorybookConfig;
