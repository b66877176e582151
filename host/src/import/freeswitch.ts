import { directionOf, extensionOf, nameOf, numberOf } from './call-numbers.js';
import type { CallFormat } from './call-records.js';

const standard = [
  'caller_id_name', 'caller_id_number', 'destination_number', 'context', 'start_stamp', 'answer_stamp', 'end_stamp', 'duration', 'billsec',
  'hangup_cause', 'uuid', 'bleg_uuid', 'accountcode', 'read_codec', 'write_codec',
] as const; // prettier-ignore

/** Causes that tell what became of a call nobody answered; all others are a failure. */
const results: Readonly<Record<string, string>> = {
  NORMAL_CLEARING: 'no-answer',
  NO_ANSWER: 'no-answer',
  NO_USER_RESPONSE: 'no-answer',
  ALLOTTED_TIMEOUT: 'no-answer',
  PROGRESS_TIMEOUT: 'no-answer',
  RECOVERY_ON_TIMER_EXPIRE: 'no-answer',
  USER_BUSY: 'busy',
  ORIGINATOR_CANCEL: 'cancelled',
  LOSE_RACE: 'cancelled',
  PICKED_OFF: 'cancelled',
  NORMAL_CIRCUIT_CONGESTION: 'congestion',
  SWITCH_CONGESTION: 'congestion',
  REQUESTED_CHAN_UNAVAIL: 'congestion',
};

const uuid = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const address = /^\d{1,3}(\.\d{1,3}){3}$/;

/**
 * The CSV of FreeSWITCH's mod_cdr_csv: the columns of its `default` template, which may be followed by others, or preceded by the
 * address of the server. A record names its own leg by `uuid` and the other by `bleg_uuid`.
 */
export const freeswitch: CallFormat = {
  fields: [...standard, 'last_app'],
  required: ['caller_id_number', 'destination_number', 'start_stamp', 'duration', 'hangup_cause'],
  width: '15 or more',

  recognises: (cells) => uuid.test(cells[freeswitch.ownColumns(cells)?.indexOf('uuid') ?? -1] ?? ''),

  ownColumns(cells) {
    const columns = address.test(cells[0] ?? '') ? ['-', ...standard] : standard;
    return cells.length < columns.length ? undefined : columns;
  },

  read({ caller_id_name = '', caller_id_number = '', destination_number = '', context = '', hangup_cause = '', ...record }) {
    const { start_stamp, answer_stamp, end_stamp, duration, billsec, uuid: own = '', bleg_uuid: other = '', last_app } = record;
    if (hangup_cause === '') return 'There is no hangup cause.';
    const direction = directionOf(caller_id_number, destination_number, context);
    const isVoicemail = /^voicemail$/i.test(last_app ?? '');
    return {
      start: start_stamp,
      answer: answer_stamp,
      end: end_stamp,
      duration,
      billable: billsec,
      // Of two legs that begin at once, the one that names the other carries it.
      sequence: other === '' ? 1 : 0,
      direction,
      from_number: numberOf(caller_id_number),
      from_name: nameOf(caller_id_name, caller_id_number),
      from_extension: direction === 'in' ? null : extensionOf(caller_id_number),
      to_number: numberOf(destination_number),
      to_extension: direction === 'out' ? null : extensionOf(destination_number),
      dialled: destination_number || null,
      result: answer_stamp ? (isVoicemail ? 'voicemail' : 'answered') : (results[hangup_cause] ?? 'failed'),
      identity: own === '' ? [] : [own],
      links: [own, other],
    };
  },
};
