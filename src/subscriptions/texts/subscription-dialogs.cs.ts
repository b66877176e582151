export default {
  title: (subject: string) => `Zrušit předplatné: ${subject}?`,
  final: 'Zrušené předplatné nelze obnovit.',
  goesOn: (subject: string) => `To, co se jím platí (${subject}), trvá dál a bude třeba to platit jinak.`,
  reason: 'Důvod',
  reasonHint: 'PayPal jej předá dál a ukáže u předplatného.',
  tooLong: 'Nejvýše 128 znaků, prosím.',
  keep: 'Ponechat',
  confirm: 'Zrušit předplatné',
  done: (subject: string) => `Předplatné je zrušeno: ${subject}. Od teď prosím plaťte jinak.`,
  unreachable: 'PayPal teď není dostupný. Nic se nezrušilo; zkuste to prosím později.',
  notCancellable: 'Toto předplatné už skončilo.',
};
