export default {
  loading: 'Wird geladen …',
  retry: 'Erneut versuchen',
  invalidDate: 'ungültiges Datum',
  none: '—',
  unlabelled: 'Ohne Namen',
  partFailed: 'Dieser Teil der Seite konnte nicht geladen werden.',
  reloadPage: 'Seite neu laden',
};
