import { plural } from '../../i18n/catalogue.js';

export default {
  traffic: 'Traffic',
  byAddress: 'Traffic by address',
  address: 'Address',
  label: 'Label',
  in: 'In',
  out: 'Out',
  sum: 'In and out',
  share: 'Share',
  unattributed: 'Not assigned to an address',
  unattributedMore: 'Counted at the port, but for none of your addresses: other protocols, or flows too short to be seen.',
  unattributedLess: 'Counted for addresses, but not at the port: traffic inside our network.',
  addresses: (count: number) => plural('en', count, { one: '# address', other: '# addresses' }),
  total: 'Whole contract',
  noAddresses: 'Nothing has been counted for any address of this contract in this period yet.',
  noContracts: 'You have no contract whose traffic could be shown here.',
  contractMissing: 'This page does not say which contract’s traffic to show: the element needs a contract-id.',
  notMeasured: 'No traffic is measured for this contract, or it is not one of yours.',
};
