import type { Meta } from '@storybook/web-components-vite';
import { invoiceScenes as scenes } from '../../test/scenes/invoice.js';
import { story } from '../story.js';

export default { title: 'Invoices/Invoice', component: 'portal-invoice' } satisfies Meta;

export const Default = story(scenes.default);
export const CreditNote = story(scenes['creditNote']!);
export const Disputed = story(scenes['disputed']!);
export const BankTransfers = story(scenes['transfers']!);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const Missing = story(scenes['missing']!);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const ReadOnly = story(scenes.readOnly);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
