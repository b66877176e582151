import { plural } from '../../i18n/catalogue.js';

export default {
  useCredit: 'Použít kredit',
  credit: 'Kredit',
  remainingOf: (reason: string, remaining: string) => `${reason}: ${remaining}`,
  left: 'Zbývá z kreditu',
  toUse: 'K použití',
  leftAfter: 'Poté zbude',
  useAmount: (amount: string) => `Použít ${amount}`,
  use: 'Použít',
  mayNotUse: 'Kredity zde můžete vidět, ale ne použít.',
  noInvoices: 'V této měně teď nelze zaplatit žádnou fakturu.',
  noCredit: 'Nezbývá žádný kredit, který by zde šel použít.',
  firstDue: (count: number) =>
    plural('cs', count, {
      one: 'Zobrazena je faktura s nejbližší splatností.',
      few: 'Zobrazeny jsou # faktury s nejbližší splatností.',
      many: 'Zobrazeno je # faktury s nejbližší splatností.',
      other: 'Zobrazeno je # faktur s nejbližší splatností.',
    }),
  leaveEmpty: 'Necháte-li pole prázdné, faktura se neuhradí.',
  nothingTyped: 'Zadejte prosím částku alespoň u jedné faktury.',
  moreThanLeft: (amount: string) => `Z kreditu zbývá jen ${amount}.`,
  done: (amount: string, left: string) => `Z kreditu bylo použito ${amount}. Zbývá ${left}.`,
  usedUp: (amount: string) => `Z kreditu bylo použito ${amount}. Kredit je vyčerpán.`,
};
