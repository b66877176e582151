import { plural } from '../../i18n/catalogue.js';

export default {
  soonTitle: 'Sind Sie noch da?',
  soon: (count: number) =>
    plural('de', count, {
      one: 'In # Minute werden Sie abgemeldet.',
      other: 'In # Minuten werden Sie abgemeldet.',
    }),
  soonNow: 'In weniger als einer Minute werden Sie abgemeldet.',
  soonWhy: 'Was Sie eingegeben haben, bleibt hier.',
  stay: 'Angemeldet bleiben',
  notNow: 'Jetzt nicht',
  endedTitle: 'Ihre Sitzung ist beendet',
  endedText: 'Melden Sie sich wieder an, um dort weiterzumachen, wo Sie waren. Was Sie eingegeben haben, ist noch da.',
};
