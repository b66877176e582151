export default {
  mayNot: 'You may look at this, but not change it.',
  saved: 'This has been saved.',
  send: 'Save',
  sampleName: 'Name',
  sampleText: 'Text',
  sampleEnum: 'Size',
  'sampleEnum-sampleValue': 'Small',
  'sampleEnum-large': 'Large',
  sampleNumber: 'Count',
  sampleDay: 'Day',
  sampleInstant: 'Changed',
  sampleFlag: 'Active',
};
