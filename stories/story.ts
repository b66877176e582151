import type { StoryObj } from '@storybook/web-components-vite';
import { until } from '../test/support/until.js';
import type { Scene } from '../test/scenes/scene.js';

/** As tests, stories leave the audit of scenes to the tests of their elements, which audit each (`test/support/contract.ts`). */
const runsAsTest = '__vitest_browser__' in globalThis;

/** A story that shows a scene, and as a test waits until the scene has come to rest in its phase. */
export function story(scene: Scene): StoryObj {
  return {
    parameters: { scene, a11y: { test: runsAsTest ? 'off' : 'error' } },
    render: () => scene.markup,
    play: async ({ canvasElement }) => {
      const all = [...canvasElement.querySelectorAll('story-stage *')].filter(({ localName }) => /^portal-(?!provider$)/.test(localName));
      await Promise.all(all.map(({ localName }) => customElements.whenDefined(localName)));
      const phase = scene.phase ?? 'ready';
      if (all[0]) await until(() => all[0]!.getAttribute('phase') === phase);
    },
  };
}

/** A story that shows what no element's test audits, and is audited as a test itself. */
export function auditedStory(scene: Scene): StoryObj {
  const plain = story(scene);
  return { ...plain, parameters: { ...plain.parameters, a11y: { test: 'error' } } };
}
