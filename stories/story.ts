import type { StoryObj } from '@storybook/web-components-vite';
import { until } from '../test/support/until.js';
import type { Scene } from '../test/scenes/scene.js';

/** A story that shows a scene, and as a test waits until the scene has come to rest in its phase. */
export function story(scene: Scene): StoryObj {
  return {
    parameters: { scene },
    render: () => scene.markup,
    play: async ({ canvasElement }) => {
      const all = [...canvasElement.querySelectorAll('story-stage *')].filter(({ localName }) => /^portal-(?!provider$)/.test(localName));
      await Promise.all(all.map(({ localName }) => customElements.whenDefined(localName)));
      const phase = scene.phase ?? 'ready';
      if (all[0]) await until(() => all[0]!.getAttribute('phase') === phase);
    },
  };
}
