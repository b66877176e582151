import type { Meta } from '@storybook/web-components-vite';
import { serviceScenes as scenes } from '../../test/scenes/service.js';
import { story } from '../story.js';

export default { title: 'Services/Service', component: 'portal-service' } satisfies Meta;

export const Default = story(scenes.default);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const Refused = story(scenes.refused);
export const ReadOnly = story(scenes.readOnly);
export const WithoutPrices = story(scenes.withoutPrices);
export const BeneathAnother = story(scenes.beneathAnother);
export const Cancelled = story(scenes.cancelled);
export const CancelledWithAnother = story(scenes.cancelledWithAnother);
export const Failed = story(scenes.failed);
export const Linked = story(scenes.linked);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
