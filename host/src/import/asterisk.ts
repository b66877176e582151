import { directionOf, extensionOf, nameOf, numberOf } from './call-numbers.js';
import type { CallFormat } from './call-records.js';

const standard = [
  'accountcode', 'src', 'dst', 'dcontext', 'clid', 'channel', 'dstchannel', 'lastapp', 'lastdata', 'start', 'answer', 'end', 'duration',
  'billsec', 'disposition', 'amaflags',
] as const; // prettier-ignore
const added = ['uniqueid', 'userfield', 'peeraccount', 'linkedid', 'sequence'] as const;

/** `Master.csv` of Asterisk's cdr_csv and cdr_custom. The records of a call have its `linkedid`, before Asterisk 12 its `uniqueid`. */
export const asterisk: CallFormat = {
  fields: [...standard, ...added],
  required: ['src', 'dst', 'start', 'duration', 'disposition'],
  width: '16 to 21',

  recognises: (cells) => asterisk.ownColumns(cells) !== undefined,

  // The columns after the first 16 depend on the settings: unique id and user field each or not, then all of the newer three or none.
  ownColumns(cells) {
    const more = cells.length - standard.length;
    if (more < 0 || more > added.length) return undefined;
    const newer = more >= 3 ? added.slice(2) : [];
    const older = more - newer.length;
    const first = cells[standard.length] ?? '';
    const looksUnique = /\d{9,}\.\d+$/.test(first);
    const names = older === 2 ? added.slice(0, 2) : older === 0 ? [] : looksUnique ? ['uniqueid'] : ['userfield'];
    return [...standard, ...names, ...newer];
  },

  read({ src = '', dst = '', dcontext = '', clid = '', channel, dstchannel, disposition = '', lastapp, uniqueid, sequence, ...record }) {
    const { start, answer, end, duration, billsec: billable, linkedid } = record;
    if (disposition === '') return 'There is no disposition.';
    const direction = directionOf(src, dst, dcontext);
    return {
      start,
      answer,
      end,
      duration,
      billable,
      sequence: /^\d{1,15}$/.test(sequence ?? '') ? Number(sequence) : 0,
      direction,
      from_number: numberOf(src),
      from_name: nameOf(/^"?(.*?)"?\s*<[^<>]*>$/.exec(clid)?.[1] ?? clid.replace(/^"|"$/g, ''), src),
      from_extension: direction === 'in' ? null : extensionOf(src, channel),
      to_number: numberOf(dst),
      to_extension: direction === 'out' ? null : extensionOf(dst, dstchannel),
      dialled: dst || null,
      result: resultOf(disposition, lastapp),
      identity: uniqueid && sequence ? [uniqueid, sequence] : [],
      links: [linkedid || uniqueid],
    };
  },
};

function resultOf(disposition: string, application: string | undefined): string {
  if (disposition === 'ANSWERED' && /^voicemail$/i.test(application ?? '')) return 'voicemail';
  return disposition.toLowerCase().replace(/[^a-z]+/g, '-');
}
