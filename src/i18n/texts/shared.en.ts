export default {
  loading: 'Loading…',
  retry: 'Try again',
  invalidDate: 'invalid date',
  none: '—',
  unlabelled: 'Unnamed',
  partFailed: 'This part of the page could not be loaded.',
  reloadPage: 'Reload the page',
};
