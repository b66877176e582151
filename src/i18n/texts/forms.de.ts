export default {
  stale:
    'Inzwischen hat jemand anderes Änderungen gespeichert. Ihre Eingaben sind noch da; alles andere zeigt den gespeicherten Stand. Bitte prüfen Sie und speichern Sie erneut.',
  displaced: (values: string) => `Danach wird nicht mehr gefragt, weil es inzwischen entfernt wurde. Sie hatten eingegeben: ${values}`,
  changedMeanwhile: (value: string) => `Inzwischen geändert in „${value || '—'}“.`,
  takeTheirs: 'Diese Änderung übernehmen',
  keepMine: 'Meine Eingabe behalten',
  yes: 'Ja',
  no: 'Nein',
};
