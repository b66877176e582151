import { plural } from '../catalogue.js';

export default {
  choose: 'Choose a file',
  chooseSeveral: 'Choose files',
  drop: 'or drop it here',
  dropSeveral: 'or drop them here',
  limits: (kinds: string, size: string, count: number) =>
    plural('en', count, { one: `${kinds}, up to ${size}`, other: `${kinds}, up to # files of ${size} each` }),
  uploading: (name: string) => `Uploading ${name}`,
  waiting: 'Uploading…',
  uploaded: 'Uploaded',
  uploadedFile: (name: string) => `${name} has been uploaded.`,
  remove: 'Remove',
  removeFile: (name: string) => `Remove ${name}`,
  retryFile: (name: string) => `Upload ${name} again`,
  'fault-kind': (kinds: string) => `Not taken: only ${kinds}.`,
  'fault-size': (size: string) => `Too large: up to ${size}.`,
  'fault-empty': 'This file is empty.',
  'fault-count': (count: number) => plural('en', count, { one: 'Only one file is taken.', other: 'Only # files are taken.' }),
  'fault-content': 'Its content is not of the kind that its name says.',
  'fault-many': 'You have uploaded many files without using them. Please try again tomorrow.',
  required: 'Please add a file.',
  stillSending: 'Please wait until every file has been uploaded.',
  notSent: 'A file could not be uploaded. Upload it again or remove it.',
};
