import { plural } from '../../i18n/catalogue.js';

export default {
  waitSeconds: (count: number) =>
    plural('cs', count, {
      one: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # sekundu.',
      few: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # sekundy.',
      many: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # sekundy.',
      other: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # sekund.',
    }),
  waitMinutes: (count: number) =>
    plural('cs', count, {
      one: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # minutu.',
      few: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # minuty.',
      many: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # minuty.',
      other: 'Příliš mnoho pokusů. Zkuste to prosím znovu za # minut.',
    }),
  tryAgainNow: 'Nyní to můžete zkusit znovu.',
};
