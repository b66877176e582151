import type { RrsetProblem } from './index.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { dnsEditor } from './texts/dns-editor.js';

/** Codes that only the server gives. */
type ServerCode = 'not-editable' | 'records-required' | 'changed-twice' | 'name-not-allowed';
type Code = RrsetProblem['code'] | ServerCode;

const isCode = (code: string): code is Code => Object.hasOwn(dnsEditor.english, `problem-${code}`);

/** Says what a problem of a record set means, in the user's language. */
export function problemText({ code, ...parameters }: Omit<RrsetProblem, 'path' | 'code'> & { code: Code }, i18n: SharedLocalize): string {
  return i18n
    .in(dnsEditor)(`problem-${code}`)
    .replace(/{(\w+)}/g, (_, name: 'min' | 'max' | 'length' | 'name' | 'types') => {
      const value = parameters[name];
      return typeof value === 'number' ? i18n.number(value) : (value ?? '');
    });
}

/** Puts the server's words into the user's language where that loses nothing. */
export function serverText({ code = '', detail }: { code?: string; detail: string }, i18n: SharedLocalize): string {
  return isCode(code) && !dnsEditor.english[`problem-${code}`].includes('{') ? problemText({ code }, i18n) : detail;
}
