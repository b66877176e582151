export default {
  loading: 'Wird geladen …',
  retry: 'Erneut versuchen',
  invalidDate: 'ungültiges Datum',
  none: '—',
  unlabelled: 'Ohne Namen',
};
