import type { Meta } from '@storybook/web-components-vite';
import { ledgerScenes as scenes } from '../../test/scenes/ledger.js';
import { story } from '../story.js';

export default { title: 'Ledger/Ledger', component: 'portal-ledger' } satisfies Meta;

export const Default = story(scenes.default);
export const SeveralCurrencies = story(scenes.severalCurrencies);
export const InDialogs = story(scenes.inDialogs);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const NoMatch = story(scenes.noMatch);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const Refused = story(scenes.refused);
export const ReadOnly = story(scenes.readOnly);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
