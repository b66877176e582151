import type { Meta } from '@storybook/web-components-vite';
import { trafficScenes as scenes } from '../../test/scenes/traffic.js';
import { story } from '../story.js';

export default { title: 'Traffic/Traffic', component: 'portal-traffic' } satisfies Meta;

export const Default = story(scenes.default);
export const PreviousPeriod = story(scenes.previousPeriod);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const EmptyPeriod = story(scenes.emptyPeriod);
export const Error = story(scenes.error);
export const NotMeasured = story(scenes.notMeasured);
export const Denied = story(scenes.denied);
export const Refused = story(scenes.refused);
export const ReadOnly = story(scenes.readOnly);
export const SeveralContracts = story(scenes.severalContracts);
export const NoContract = story(scenes.noContract);
export const ContractMissing = story(scenes.contractMissing);
export const OwnDays = story(scenes.ownDays);
export const ByPercentile = story(scenes.byPercentile);
export const WithoutPlan = story(scenes.withoutPlan);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
