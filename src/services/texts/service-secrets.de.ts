import { plural } from '../../i18n/catalogue.js';

export default {
  secrets: 'Zugangsdaten',
  secretsText: 'Sie werden nur auf Wunsch gezeigt. Wem sie gezeigt wurden, wird festgehalten.',
  'secret-initial-password': 'Anfangskennwort',
  'secret-licence-key': 'Lizenzschlüssel',
  'secret-pin': 'PIN',
  'secret-transfer-code': 'Umzugscode (Auth-Code)',
  reveal: 'Anzeigen',
  revealNamed: (secret: string) => `Anzeigen: ${secret}`,
  revealing: 'Wird abgefragt …',
  hide: 'Verbergen',
  copy: 'Kopieren',
  copied: 'Kopiert.',
  notCopied: 'Das Kopieren ist nicht gelungen. Bitte markieren Sie den Text.',
  hiddenAgain: (seconds: number) =>
    plural('de', seconds, { one: 'Wird nach # Sekunde wieder verborgen.', other: 'Wird nach # Sekunden wieder verborgen.' }),
  lastRevealed: (person: string, time: string) => `Zuletzt gezeigt: ${person}, ${time}`,
  neverRevealed: 'Noch niemandem gezeigt',
};
