import type { Meta } from '@storybook/web-components-vite';
import { providerScenes as scenes } from '../../test/scenes/provider.js';
import { auditedStory } from '../story.js';

export default { title: 'Context/Provider', component: 'portal-provider' } satisfies Meta;

export const Default = auditedStory(scenes.default);
export const Loading = auditedStory(scenes.loading);
export const Empty = auditedStory(scenes.empty);
export const Error = auditedStory(scenes.error);
export const Denied = auditedStory(scenes.denied);
export const ReadOnly = auditedStory(scenes.readOnly);
export const LongText = auditedStory(scenes.longText);
export const ManyRows = auditedStory(scenes.manyRows);
export const Narrow = auditedStory(scenes.narrow);
export const RightToLeft = auditedStory(scenes.rightToLeft);
export const Dark = auditedStory(scenes.dark);
