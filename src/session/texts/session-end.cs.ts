import { plural } from '../../i18n/catalogue.js';

export default {
  soonTitle: 'Jste ještě tady?',
  soon: (count: number) =>
    plural('cs', count, {
      one: 'Za # minutu budete odhlášeni.',
      few: 'Za # minuty budete odhlášeni.',
      many: 'Za # minuty budete odhlášeni.',
      other: 'Za # minut budete odhlášeni.',
    }),
  soonNow: 'Za méně než minutu budete odhlášeni.',
  soonWhy: 'Co jste napsali, tu zůstane.',
  stay: 'Pokračovat v relaci',
  notNow: 'Teď ne',
  endedTitle: 'Vaše relace skončila',
  endedText: 'Přihlaste se znovu a pokračujte tam, kde jste byli. Co jste napsali, je stále zde.',
};
