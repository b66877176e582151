import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { contactsScenes as scenes } from '../../test/scenes/contacts.js';
import { until } from '../../test/support/until.js';
import type { Scene } from '../../test/scenes/scene.js';
import { auditedStory, story } from '../story.js';

export default { title: 'Contacts/Contacts', component: 'portal-contacts' } satisfies Meta;

/** A story that presses one button after the other. */
function pressed(scene: Scene, ...names: string[]): StoryObj {
  const plain = auditedStory(scene);
  return {
    ...plain,
    play: async (context) => {
      await plain.play!(context);
      const root = context.canvasElement.querySelector('portal-contacts')!.shadowRoot!;
      for (const name of names) {
        const button = () =>
          [...root.querySelectorAll('button')].find(
            (each) => (each.ariaLabel ?? each.textContent).trim() === name && each.offsetHeight > 0,
          );
        await until(button);
        button()!.click();
      }
    },
  };
}

export const Default = story(scenes.default);
export const Details = pressed(scenes.default, 'Tessa Tech');
export const Invite = pressed(scenes.default, 'Invite a person');
export const EditAccount = pressed(scenes.default, 'Edit account of Bruno Billing');
export const EditAccountNarrow = pressed(scenes.narrow, 'Edit account of Bruno Billing');
export const EditAccountDark = pressed(scenes.dark, 'Edit account of Bruno Billing');
export const Changes = pressed(scenes.default, 'Bruno Billing', 'Changes');
export const Delete = pressed(scenes.default, 'Bruno Billing', 'Delete');
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const NoMatch = story(scenes.noMatch!);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const ReadOnly = story(scenes.readOnly);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
