export default {
  showTable: 'Als Tabelle zeigen',
  showChart: 'Als Diagramm zeigen',
  savePicture: 'Bild speichern',
  unavailable: 'Das Diagramm konnte nicht geladen werden, deshalb stehen seine Werte hier als Tabelle.',
};
