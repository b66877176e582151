import type { Meta } from '@storybook/web-components-vite';
import { ticketSearchScenes as scenes } from '../../test/scenes/ticket-search.js';
import { story } from '../story.js';

export default { title: 'Tickets/Ticket search', component: 'portal-ticket-search' } satisfies Meta;

export const Default = story(scenes.default);
export const Loading = story(scenes.loading);
export const Empty = story(scenes.empty);
export const Error = story(scenes.error);
export const Denied = story(scenes.denied);
export const Refused = story(scenes.refused);
export const ReadOnly = story(scenes.readOnly);
export const LongText = story(scenes.longText);
export const ManyRows = story(scenes.manyRows);
export const Narrow = story(scenes.narrow);
export const RightToLeft = story(scenes.rightToLeft);
export const Dark = story(scenes.dark);
export const Numbered = story(scenes.numbered);
