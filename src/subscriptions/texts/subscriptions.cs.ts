import { plural } from '../../i18n/catalogue.js';

export default {
  subscriptions: 'Předplatná PayPal',
  search: 'Číslo u PayPalu nebo co se platí',
  subject: 'Platí',
  amount: 'Částka',
  nextCharge: 'Další platba',
  lastPayment: 'Poslední platba',
  status: 'Stav',
  all: 'Vše',
  current: 'Neukončená',
  actions: 'Akce',
  'status-approval-pending': 'Čeká na souhlas',
  'status-approved': 'Odsouhlaseno',
  'status-active': 'Aktivní',
  'status-suspended': 'Pozastaveno',
  'status-cancelled': 'Zrušeno',
  'status-expired': 'Skončilo',
  'subject-service': 'Služba',
  'subject-contract': 'Smlouva',
  'subject-invoice': 'Faktura',
  perDay: (amount: string, count: number) =>
    plural('cs', count, {
      one: `${amount} každý den`,
      few: `${amount} každé # dny`,
      many: `${amount} každého # dne`,
      other: `${amount} každých # dní`,
    }),
  perWeek: (amount: string, count: number) =>
    plural('cs', count, {
      one: `${amount} každý týden`,
      few: `${amount} každé # týdny`,
      many: `${amount} každého # týdne`,
      other: `${amount} každých # týdnů`,
    }),
  perMonth: (amount: string, count: number) =>
    plural('cs', count, {
      one: `${amount} každý měsíc`,
      few: `${amount} každé # měsíce`,
      many: `${amount} každého # měsíce`,
      other: `${amount} každých # měsíců`,
    }),
  perYear: (amount: string, count: number) =>
    plural('cs', count, {
      one: `${amount} každý rok`,
      few: `${amount} každé # roky`,
      many: `${amount} každého # roku`,
      other: `${amount} každých # let`,
    }),
  failed: (count: number) =>
    plural('cs', count, {
      one: '# platba selhala',
      few: '# platby po sobě selhaly',
      many: '# platby po sobě selhalo',
      other: '# plateb po sobě selhalo',
    }),
  asOf: (time: string) => `Podle PayPalu k ${time}`,
  refresh: 'Zeptat se PayPalu znovu',
  unreachable: 'PayPal teď není dostupný. Údaje jsou z uvedené doby.',
  approve: 'Odsouhlasit u PayPalu',
  approveOf: (subject: string) => `Odsouhlasit u PayPalu: ${subject}`,
  cancel: 'Zrušit',
  cancelOf: (subject: string) => `Zrušit předplatné: ${subject}`,
  noSubscriptions: 'Nejsou tu žádná předplatná PayPal. Vznikne, když pro pravidelnou platbu zvolíte PayPal.',
};
