export default {
  title: (subject: string) => `Abonnement für ${subject} kündigen?`,
  final: 'Ein gekündigtes Abonnement kann nicht wieder aufgenommen werden.',
  goesOn: (subject: string) => `${subject} selbst läuft weiter und muss von nun an anders bezahlt werden.`,
  reason: 'Grund',
  reasonHint: 'PayPal gibt ihn weiter und zeigt ihn beim Abonnement.',
  tooLong: 'Bitte höchstens 128 Zeichen.',
  keep: 'Behalten',
  confirm: 'Abonnement kündigen',
  done: (subject: string) => `Das Abonnement für ${subject} ist gekündigt. Bitte zahlen Sie von nun an anders.`,
  unreachable: 'PayPal ist zurzeit nicht erreichbar. Es wurde nichts gekündigt; bitte versuchen Sie es später noch einmal.',
  notCancellable: 'Dieses Abonnement ist schon beendet.',
};
