import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import manifest from '../custom-elements.json' with { type: 'json' };
import '../src/autoload.js';
import '../stories/stage.js';
import { networks } from '../stories/stage.js';
import { personas } from '../test/mocks/session.js';
import type { Scene } from '../test/scenes/scene.js';

setCustomElementsManifest(manifest);

type Icon = NonNullable<NonNullable<Preview['globalTypes']>[string]['toolbar']>['icon'];

const choice = (title: string, icon: Icon, items: readonly string[]) => ({
  description: title,
  toolbar: { title, icon, dynamicTitle: true, items: items.map((value) => ({ value, title: `${title}: ${value}` })) },
});

export default {
  tags: ['autodocs'],
  globalTypes: {
    persona: choice('Persona', 'user', ['scene', ...Object.keys(personas), 'no-provider']),
    language: choice('Language', 'globe', ['scene', 'en', 'de', 'cs', 'ar']),
    direction: choice('Direction', 'transfer', ['scene', 'ltr', 'rtl']),
    theme: choice('Theme', 'paintbrush', ['scene', 'light', 'dark']),
    width: choice('Width', 'grow', ['scene', '320', '600', '1100']),
    network: choice('Network', 'lightning', networks),
  },
  initialGlobals: { persona: 'scene', language: 'scene', direction: 'scene', theme: 'scene', width: 'scene', network: 'normal' },
  decorators: [
    (story, { parameters, globals }) =>
      'scene' in parameters
        ? html`<story-stage .scene=${parameters['scene'] as Scene} .switches=${{ ...globals }}>${story()}</story-stage>`
        : story(),
  ],
  parameters: {
    layout: 'fullscreen',
    a11y: { test: 'error' },
    docs: { story: { inline: false, height: '480px' } },
    options: { storySort: { order: ['Portal', 'Foundations', 'Account', 'Billing', 'Contracts', 'Devices'] } },
  },
} satisfies Preview;
