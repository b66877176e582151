export default {
  showTable: 'Zobrazit jako tabulku',
  showChart: 'Zobrazit jako graf',
  savePicture: 'Uložit obrázek',
  unavailable: 'Graf se nepodařilo načíst, proto jsou jeho hodnoty zde v tabulce.',
};
