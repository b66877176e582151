import { plural } from '../../i18n/catalogue.js';

export default {
  traffic: 'Přenesená data',
  byAddress: 'Přenesená data podle adres',
  address: 'Adresa',
  label: 'Označení',
  in: 'Příchozí',
  out: 'Odchozí',
  sum: 'Příchozí i odchozí',
  share: 'Podíl',
  unattributed: 'Nepřiřazeno žádné adrese',
  unattributedMore:
    'Naměřeno na přípojce, ale u žádné z vašich adres: jiné protokoly nebo spojení příliš krátká na to, aby byla zachycena.',
  unattributedLess: 'Naměřeno u adres, ale ne na přípojce: provoz uvnitř naší sítě.',
  addresses: (count: number) => plural('cs', count, { one: '# adresa', few: '# adresy', many: '# adresy', other: '# adres' }),
  total: 'Celá smlouva',
  noAddresses: 'V tomto období zatím nebylo u žádné adresy této smlouvy nic naměřeno.',
  noContracts: 'Nemáte smlouvu, jejíž přenesená data by zde bylo možné zobrazit.',
  contractMissing: 'Tato stránka neříká, data které smlouvy se mají zobrazit: prvku chybí contract-id.',
  notMeasured: 'U této smlouvy se přenesená data neměří, nebo nepatří k vašim smlouvám.',
};
