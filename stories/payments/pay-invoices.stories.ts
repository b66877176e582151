import type { Meta } from '@storybook/web-components-vite';
import { payInvoicesScenes as scenes } from '../../test/scenes/pay-invoices.js';
import { story } from '../story.js';

export default { title: 'Payments/Pay invoices', component: 'portal-pay-invoices' } satisfies Meta;

export const Default = story(scenes.default);
export const Single = story(scenes['single']!);
export const OneLeftOut = story(scenes['oneLeftOut']!);
export const SeveralCurrencies = story(scenes['severalCurrencies']!);
export const WithoutFields = story(scenes['withoutFields']!);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const ReadOnly = story(scenes.readOnly);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
