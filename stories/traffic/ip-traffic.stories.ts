import type { Meta } from '@storybook/web-components-vite';
import { ipTrafficScenes as scenes } from '../../test/scenes/ip-traffic.js';
import { story } from '../story.js';

export default { title: 'Traffic/Traffic by address', component: 'portal-ip-traffic' } satisfies Meta;

export const Default = story(scenes.default);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const NoMatch = story(scenes.noMatch);
export const Error = story(scenes.error);
export const NotMeasured = story(scenes.notMeasured);
export const Denied = story(scenes.denied);
export const Refused = story(scenes.refused);
export const ReadOnly = story(scenes.readOnly);
export const BySubnet = story(scenes.bySubnet);
export const Filtered = story(scenes.filtered);
export const CountedTwice = story(scenes.countedTwice);
export const SeveralContracts = story(scenes.severalContracts);
export const NoContract = story(scenes.noContract);
export const ContractMissing = story(scenes.contractMissing);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
