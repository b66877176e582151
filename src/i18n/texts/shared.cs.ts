export default {
  loading: 'Načítá se…',
  retry: 'Zkusit znovu',
  invalidDate: 'neplatné datum',
  none: '—',
  unlabelled: 'Bez názvu',
  partFailed: 'Tuto část stránky se nepodařilo načíst.',
  reloadPage: 'Načíst stránku znovu',
};
