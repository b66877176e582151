import type { Meta } from '@storybook/web-components-vite';
import { signInScenes as scenes } from '../../test/scenes/sign-in.js';
import { story } from '../story.js';

export default { title: 'Session/Sign in', component: 'portal-sign-in' } satisfies Meta;

export const Default = story(scenes.default);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const Error = story(scenes.error);
export const Locked = story(scenes.locked);
export const Inactive = story(scenes.inactive);
export const SecondFactor = story(scenes.secondFactor);
export const Expired = story(scenes.expired);
export const TooMany = story(scenes.tooMany);
export const Denied = story(scenes.denied);
export const ReadOnly = story(scenes.readOnly);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
