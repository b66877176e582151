import { plural } from '../../i18n/catalogue.js';

export default {
  secrets: 'Access data',
  secretsText: 'Shown only when you ask for it. Who was shown it is written down.',
  'secret-initial-password': 'Initial password',
  'secret-licence-key': 'Licence key',
  'secret-pin': 'PIN',
  'secret-transfer-code': 'Transfer code',
  reveal: 'Show',
  revealNamed: (secret: string) => `Show: ${secret}`,
  revealing: 'Asking…',
  hide: 'Hide',
  copy: 'Copy',
  copied: 'Copied.',
  notCopied: 'Could not be copied. Please select it.',
  hiddenAgain: (seconds: number) => plural('en', seconds, { one: 'Hidden again after # second.', other: 'Hidden again after # seconds.' }),
  lastRevealed: (person: string, time: string) => `Last shown to ${person}, ${time}`,
  neverRevealed: 'Not shown to anyone yet',
};
