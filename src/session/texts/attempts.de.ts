import { plural } from '../../i18n/catalogue.js';

export default {
  waitSeconds: (count: number) =>
    plural('de', count, {
      one: 'Zu viele Versuche. Bitte versuchen Sie es in # Sekunde noch einmal.',
      other: 'Zu viele Versuche. Bitte versuchen Sie es in # Sekunden noch einmal.',
    }),
  waitMinutes: (count: number) =>
    plural('de', count, {
      one: 'Zu viele Versuche. Bitte versuchen Sie es in # Minute noch einmal.',
      other: 'Zu viele Versuche. Bitte versuchen Sie es in # Minuten noch einmal.',
    }),
  tryAgainNow: 'Sie können es jetzt noch einmal versuchen.',
};
