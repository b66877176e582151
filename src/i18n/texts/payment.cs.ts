import { plural } from '../catalogue.js';

export default {
  oneCurrency: 'Společně lze zaplatit jen faktury ve stejné měně.',
  amount: 'Částka',
  pay: 'Zaplatit',
  payAmount: (amount: string) => `Zaplatit ${amount}`,
  mayNotPay: 'Faktury zde můžete číst, ale ne platit.',
  nothingToPay: 'Žádnou z těchto faktur už není třeba platit.',
  notPayable: 'Už ji nelze zaplatit, proto je vynechána.',
  dueOn: (day: string) => `Splatnost ${day}`,
  amountIn: (currency: string) => `Částka v ${currency}`,
  openAmount: (amount: string) => `Zbývá: ${amount}`,
  toPay: 'K zaplacení',
  howToPay: 'Platební údaje',
  noFields: 'Online platba zde momentálně není možná. Obraťte se prosím na nás.',
  fieldsFailed: 'Platební údaje se nepodařilo použít. Zkontrolujte je prosím.',
  notAmount: (example: string) => `Zadejte prosím částku, například ${example}.`,
  tooManyDecimals: (count: number) =>
    count === 0
      ? 'Tato měna nemá desetinná místa.'
      : plural('cs', count, {
          one: 'Nejvýše # desetinné místo, prosím.',
          few: 'Nejvýše # desetinná místa, prosím.',
          many: 'Nejvýše # desetinného místa, prosím.',
          other: 'Nejvýše # desetinných míst, prosím.',
        }),
  notPositive: 'Zadejte prosím částku vyšší než nula.',
  moreThanOpen: (amount: string) => `K úhradě zbývá jen ${amount}.`,
  notCharged: 'Nic nebylo strženo. Můžete to zkusit znovu, třeba i s jinými údaji.',
  received: 'Děkujeme. Vaši platbu jsme přijali.',
  underWay: 'Děkujeme. Vaše platba se zpracovává.',
  underWayNext: 'Nemusíte dělat nic dalšího. Jakmile peníze dorazí, faktura se zobrazí jako uhrazená.',
};
