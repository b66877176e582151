import type { Meta } from '@storybook/web-components-vite';
import { taxExemptionsScenes as scenes } from '../../test/scenes/tax-exemptions.js';
import { story } from '../story.js';

export default { title: 'Tax exemptions/Tax exemptions', component: 'portal-tax-exemptions' } satisfies Meta;

export const Default = story(scenes.default);
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
