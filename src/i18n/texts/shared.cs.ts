export default {
  loading: 'Načítá se…',
  retry: 'Zkusit znovu',
  none: '—',
  unlabelled: 'Bez názvu',
  partFailed: 'Tuto část stránky se nepodařilo načíst.',
  reloadPage: 'Načíst stránku znovu',
};
