export default {
  copies: 'Colleagues in copy',
  copiesHint: 'They can read the ticket and answer it.',
  addCopy: 'Add a colleague…',
  copiesFull: 'Nobody more can be added',
  remove: 'Remove',
  removeCopy: (name: string) => `Remove ${name} from the copy`,
};
