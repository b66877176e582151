import type { Meta } from '@storybook/web-components-vite';
import { contractScenes as scenes } from '../../test/scenes/contract.js';
import { story } from '../story.js';

export default { title: 'Contracts/Contract', component: 'portal-contract' } satisfies Meta;

export const Default = story(scenes.default);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const Refused = story(scenes.refused);
export const ReadOnly = story(scenes.readOnly);
export const WithoutPrice = story(scenes.withoutPrice);
export const Linked = story(scenes.linked);
export const Serverhousing = story(scenes.serverhousing);
export const Hosting = story(scenes.hosting);
export const Domain = story(scenes.domain);
export const OtherKind = story(scenes.otherKind);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
