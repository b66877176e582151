import type { Meta } from '@storybook/web-components-vite';
import { setPasswordScenes as scenes } from '../../test/scenes/set-password.js';
import { story } from '../story.js';

export default { title: 'Session/Set password', component: 'portal-set-password' } satisfies Meta;

export const Default = story(scenes.default);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const Error = story(scenes.error);
export const Expired = story(scenes.expired);
export const Used = story(scenes.used);
export const HasAccount = story(scenes.hasAccount);
export const NeedsReview = story(scenes.needsReview);
export const SecondFactor = story(scenes.secondFactor);
export const Denied = story(scenes.denied);
export const ReadOnly = story(scenes.readOnly);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
