import type { Meta } from '@storybook/web-components-vite';
import { paymentMethodsScenes as scenes } from '../../test/scenes/payment-methods.js';
import { story } from '../story.js';

export default { title: 'Payment methods/Payment methods', component: 'portal-payment-methods' } satisfies Meta;

export const Default = story(scenes.default);
export const WithoutFields = story(scenes['withoutFields']!);
export const WithoutBankAccounts = story(scenes['withoutBankAccounts']!);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const NoMatch = story(scenes['noMatch']!);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const ReadOnly = story(scenes.readOnly);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
