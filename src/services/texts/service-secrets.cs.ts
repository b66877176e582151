import { plural } from '../../i18n/catalogue.js';

export default {
  secrets: 'Přístupové údaje',
  secretsText: 'Zobrazí se, jen když o ně požádáte. Komu byly zobrazeny, se zaznamenává.',
  'secret-initial-password': 'Počáteční heslo',
  'secret-licence-key': 'Licenční klíč',
  'secret-pin': 'PIN',
  'secret-transfer-code': 'Kód pro převod (AUTH-ID)',
  reveal: 'Zobrazit',
  revealNamed: (secret: string) => `Zobrazit: ${secret}`,
  revealing: 'Načítá se…',
  hide: 'Skrýt',
  copy: 'Kopírovat',
  copied: 'Zkopírováno.',
  notCopied: 'Zkopírování se nezdařilo. Označte prosím text.',
  hiddenAgain: (seconds: number) =>
    plural('cs', seconds, {
      one: 'Po # sekundě se opět skryje.',
      few: 'Po # sekundách se opět skryje.',
      many: 'Po # sekundy se opět skryje.',
      other: 'Po # sekundách se opět skryje.',
    }),
  lastRevealed: (person: string, time: string) => `Naposledy zobrazeno: ${person}, ${time}`,
  neverRevealed: 'Zatím nikomu nezobrazeno',
};
