export default {
  loading: 'Wird geladen …',
  retry: 'Erneut versuchen',
  none: '—',
  unlabelled: 'Ohne Namen',
  partFailed: 'Dieser Teil der Seite konnte nicht geladen werden.',
  reloadPage: 'Seite neu laden',
};
