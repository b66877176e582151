import type { Meta } from '@storybook/web-components-vite';
import { callListScenes as scenes } from '../../test/scenes/call-list.js';
import { story } from '../story.js';

export default { title: 'Calls/Call list', component: 'portal-call-list' } satisfies Meta;

export const Default = story(scenes.default);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const NoMatch = story(scenes.noMatch);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const ReadOnly = story(scenes.readOnly);
export const WithLegs = story(scenes.withLegs);
export const WithoutCosts = story(scenes.withoutCosts);
export const OneContract = story(scenes.oneContract);
export const SeveralContracts = story(scenes.severalContracts);
export const NoContract = story(scenes.noContract);
export const ContractMissing = story(scenes.contractMissing);
export const CustomPeriod = story(scenes.customPeriod);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
