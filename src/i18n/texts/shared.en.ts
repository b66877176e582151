export default {
  loading: 'Loading…',
  retry: 'Try again',
  none: '—',
  unlabelled: 'Unnamed',
  partFailed: 'This part of the page could not be loaded.',
  reloadPage: 'Reload the page',
};
