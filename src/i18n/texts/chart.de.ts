export default {
  showTable: 'Als Tabelle anzeigen',
  showChart: 'Als Diagramm anzeigen',
  savePicture: 'Bild speichern',
  unavailable: 'Das Diagramm konnte nicht geladen werden, deshalb stehen seine Werte hier als Tabelle.',
};
