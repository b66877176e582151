import type { Meta } from '@storybook/web-components-vite';
import { facilityAccessScenes as scenes } from '../../test/scenes/facility-access.js';
import { story } from '../story.js';

export default { title: 'Facility access/Facility access', component: 'portal-facility-access' } satisfies Meta;

export const Default = story(scenes.default);
export const Alone = story(scenes.alone!);
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
