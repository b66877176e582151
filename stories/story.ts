import type { StoryObj } from '@storybook/web-components-vite';
import { until } from '../test/support/until.js';
import type { Scene } from '../test/scenes/scene.js';

/** A story that shows a scene, and as a test waits until the scene has come to rest in its phase. */
export function story(scene: Scene): StoryObj {
  return {
    parameters: { scene },
    render: () => scene.markup,
    play: async ({ canvasElement }) => {
      const element = canvasElement.querySelector('story-stage')?.querySelector('[phase]');
      if (element && scene.phase !== 'loading') await until(() => element.getAttribute('phase') !== 'loading');
    },
  };
}
