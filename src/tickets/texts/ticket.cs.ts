import { plural } from '../../i18n/catalogue.js';

export default {
  ticketNumber: (number: string) => `Požadavek ${number}`,
  mergedInto: (number: string) => `Tento požadavek byl sloučen s požadavkem ${number}. Pokračuje tam.`,
  openedBy: 'Založil(a)',
  expectation: 'Kdy odpovíme',
  conversation: 'Konverzace',
  ofCompany: 'Podpora',
  quoted: 'Citovaný text',
  files: 'Soubory',
  leftOut: 'Z e-mailu nepřevzato kvůli typu, velikosti nebo počtu:',
  downloadFile: (name: string) => `Stáhnout ${name}`,
  showEarlier: (count: number) =>
    plural('cs', count, {
      one: 'Zobrazit # starší zprávu',
      few: 'Zobrazit # starší zprávy',
      many: 'Zobrazit # starší zprávy',
      other: 'Zobrazit # starších zpráv',
    }),
  newAnswer: (name: string) => `Nová zpráva: ${name}`,
  answered: 'Vaše odpověď byla odeslána.',
  'event-closed': (name: string, _text: string) => `${name}: požadavek uzavřen`,
  'event-reopened': (name: string, _text: string) => `${name}: požadavek znovu otevřen`,
  'event-merged': (name: string, text: string) => `${name}: sem byl sloučen požadavek ${text}`,
  'event-copied': (name: string, text: string) => `${name}: v kopii je nově ${text}`,
  yes: 'Ano',
  no: 'Ne',
};
