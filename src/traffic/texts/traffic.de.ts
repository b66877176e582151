import { plural } from '../../i18n/catalogue.js';

export default {
  traffic: 'Datenverkehr',
  byAddress: 'Datenverkehr nach Adresse',
  address: 'Adresse',
  label: 'Bezeichnung',
  in: 'Eingehend',
  out: 'Ausgehend',
  sum: 'Ein- und ausgehend',
  share: 'Anteil',
  unattributed: 'Keiner Adresse zugeordnet',
  unattributedMore:
    'Am Anschluss gezählt, aber für keine Ihrer Adressen: andere Protokolle oder Verbindungen, die zu kurz sind, um erfasst zu werden.',
  unattributedLess: 'Für Adressen gezählt, aber nicht am Anschluss: Verkehr innerhalb unseres Netzes.',
  addresses: (count: number) => plural('de', count, { one: '# Adresse', other: '# Adressen' }),
  total: 'Ganzer Vertrag',
  noAddresses: 'In diesem Zeitraum wurde für keine Adresse dieses Vertrags etwas gezählt.',
  noContracts: 'Sie haben keinen Vertrag, dessen Datenverkehr hier angezeigt werden könnte.',
  contractMissing: 'Diese Seite sagt nicht, um den Datenverkehr welches Vertrags es geht: Dem Element fehlt die contract-id.',
  notMeasured: 'Für diesen Vertrag wird kein Datenverkehr gemessen, oder er gehört nicht zu Ihren Verträgen.',
};
