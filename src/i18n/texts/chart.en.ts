export default {
  showTable: 'Show as table',
  showChart: 'Show as chart',
  savePicture: 'Save picture',
  unavailable: 'The chart could not be loaded, so here are its figures as a table.',
};
