export default {
  loading: 'Loading…',
  retry: 'Try again',
  invalidDate: 'invalid date',
  none: '—',
  unlabelled: 'Unnamed',
};
