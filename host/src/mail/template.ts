import { company } from '../company.js';
import ar from './texts/ar.js';
import cs from './texts/cs.js';
import de from './texts/de.js';
import en from './texts/en.js';

/** The values that the texts of a letter may name. */
export interface LetterValues {
  /** Name of the person it goes to. */
  name?: string;
  /** Name of the client it is about. */
  client?: string;
  /** The person who did what it tells of. */
  by?: string;
  /** The e-mail address it is about. */
  email?: string;
  contractNumber?: string;
  /** Number of an invoice, or of several. */
  number?: string;
  /** The amount that is billed, or has been paid. */
  amount?: string;
  /** The amount that has yet to be paid, and the due date; empty where nothing is. */
  open?: string;
  dueOn?: string;
  /** Means of payment. */
  method?: string;
  /** The time that it is about, such as a month. */
  period?: string;
  /** Name of the file that goes with it, or of several. */
  file?: string;
  /** What a ticket is about. */
  subject?: string;
}

/** The texts of one letter; `button` says what its link does. */
export interface LetterTexts {
  subject: (values: Required<LetterValues>) => string;
  paragraphs: (values: Required<LetterValues>) => readonly string[];
  /** After what somebody has written, where the letter brings that. */
  after?: (values: Required<LetterValues>) => readonly string[];
  button?: string;
}

export type LetterName =
  | 'account'
  | 'account-exists'
  | 'password-reset'
  | 'password-elsewhere'
  | 'invitation'
  | 'invitation-sign-in'
  | 'password-changed'
  | 'second-factor-off'
  | 'email-changed'
  | 'review'
  | 'invoice'
  | 'credit-note'
  | 'receipt'
  | 'overdue'
  | 'overdue-again'
  | 'statement'
  | 'ticket-post'
  | 'ticket-closed'
  | 'ticket-new'
  | 'ticket-over'
  | 'ticket-digest';

/** The texts of all letters in one language. */
export interface MailTexts {
  greeting: (name: string) => string;
  /** Before the short code. */
  shortCode: string;
  /** Before the address of the link, for those who cannot press the button. */
  orOpen: string;
  /** In place of a link or a code, where the mail is kept. */
  redacted: string;
  /** The first line of a letter that can be answered, by which the answer is told from what it quotes; at most 60 characters. */
  answerAbove: string;
  /** At the end of a letter that can be answered. */
  canBeAnswered: string;
  /** The reason why nobody else should have the mail. */
  signature: string;
  /** What has happened with a ticket, in a line of a digest. */
  ticketLines: Readonly<Record<'new' | 'reply' | 'close', (by: string) => string>>;
  letters: Readonly<Record<LetterName, LetterTexts>>;
}

export interface Letter {
  letter: LetterName;
  /** BCP 47 tag; English where there are no texts in it. */
  language: string;
  values: LetterValues;
  /** The address that the button leads to. */
  link?: string;
  shortCode?: string;
  /** For the mail log: says in place of link and code that they are not kept. */
  isRedacted?: boolean;
  /** What somebody has written, with its lines and blanks. */
  body?: string;
  /** Whether an answer to it gets to where it belongs. */
  canBeAnswered?: boolean;
}

const languages: Readonly<Record<string, MailTexts>> = { en, de, cs, ar };

/** The languages in which letters are written. */
export const letterLanguages: readonly string[] = Object.keys(languages);

const noValues: Required<LetterValues> = {
  name: '',
  client: '',
  by: '',
  email: '',
  contractNumber: '',
  number: '',
  amount: '',
  open: '',
  dueOn: '',
  method: '',
  period: '',
  file: '',
  subject: '',
};

/** The BCP 47 tag in which a letter to a person of this language is written: English where there are no texts in it. */
export function letterLanguage(language: string): string {
  const [tag = '', region] = language.split('-');
  const known = tag.toLowerCase();
  if (!Object.hasOwn(languages, known)) return 'en';
  return region && /^[a-z]{2}$/i.test(region) ? `${known}-${region.toUpperCase()}` : known;
}

/** The letter as it is mailed: the same words as plain text and as HTML. */
export function writeLetter(written: Letter): { subject: string; text: string; html: string } {
  const { letter, language, values, link, shortCode, body, isRedacted = false, canBeAnswered = false } = written;
  const known = letterLanguage(language).split('-')[0]!;
  const texts = languages[known]!;
  // Text that people have typed stays within its sentence.
  const all = mapValues({ ...noValues, ...values }, oneLine);
  const { subject, paragraphs, after, button } = texts.letters[letter];
  const parts: Parts = {
    greeting: texts.greeting(all.name),
    paragraphs: paragraphs(all),
    ...(body !== undefined && { body }),
    after: [...(after?.(all) ?? []), ...(canBeAnswered ? [texts.canBeAnswered] : [])],
    ...(canBeAnswered && { mark: `##- ${texts.answerAbove} -##` }),
    ...(isRedacted && { redacted: texts.redacted }),
    ...(!isRedacted && link !== undefined && button !== undefined && { link, button, orOpen: texts.orOpen }),
    ...(!isRedacted && shortCode !== undefined && { shortCode, codeLabel: texts.shortCode }),
    signature: texts.signature,
  };
  return { subject: oneLine(subject(all)), text: plain(parts), html: markup(parts, known) };
}

/** What has happened with a ticket, in a line. */
export const ticketLine = (language: string, about: 'new' | 'reply' | 'close', by: string): string =>
  languages[letterLanguage(language).split('-')[0]!]!.ticketLines[about](oneLine(by));

/** A note to the company's own people, as it is mailed; what people have typed stays text. */
export function writeNote({ subject, paragraphs }: { subject: string; paragraphs: readonly string[] }): ReturnType<typeof writeLetter> {
  const { greeting, signature } = languages[company.language]!;
  const parts: Parts = { greeting: greeting(''), paragraphs, signature };
  return { subject: oneLine(subject), text: plain(parts), html: markup(parts, company.language) };
}

interface Parts {
  mark?: string;
  greeting: string;
  paragraphs: readonly string[];
  body?: string;
  after?: readonly string[];
  link?: string;
  button?: string;
  orOpen?: string;
  shortCode?: string;
  codeLabel?: string;
  redacted?: string;
  signature: string;
}

const oneLine = (text: string) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

const mapValues = <Name extends string>(values: Record<Name, string>, change: (value: string) => string) =>
  Object.fromEntries(Object.entries<string>(values).map(([name, value]) => [name, change(value)])) as Record<Name, string>;

function plain({ mark, greeting, paragraphs, body, after = [], link, button, shortCode, codeLabel, redacted, signature }: Parts): string {
  const blocks = [...given(mark), greeting, ...paragraphs, ...given(body), ...after];
  if (redacted !== undefined) blocks.push(`[${redacted}]`);
  if (link !== undefined) blocks.push(`${button}:\n${link}`);
  if (shortCode !== undefined) blocks.push(`${codeLabel} ${shortCode}`);
  return `${[...blocks, `${signature}\n${company.brand}`].join('\n\n')}\n`;
}

const given = (text: string | undefined) => (text === undefined ? [] : [text]);

/** Text with its lines and its blanks, which mail programs that know no `white-space` show as well. */
const typed = (text: string) =>
  escape(text)
    .replace(/ {2,}/g, (blanks) => `${'\u00a0'.repeat(blanks.length - 1)} `)
    .replaceAll('\n', '<br>\n');

const words = 'margin:0 0 16px;padding:12px 16px;border:1px solid #dfe4e9;border-radius:6px;overflow-wrap:anywhere';

/** Mail programs know no style sheets, hence the styles at the elements. */
function markup(parts: Parts, language: string): string {
  const { mark, greeting, paragraphs, body, after = [], link, button, orOpen, shortCode, codeLabel, redacted, signature } = parts;
  const text = (content: string) => `<p style="margin:0 0 16px">${escape(content)}</p>`;
  const blocks = [greeting, ...paragraphs].map(text);
  if (body !== undefined) blocks.push(`<div dir="auto" style="${words}">${typed(body)}</div>`);
  blocks.push(...[...after, ...(redacted === undefined ? [] : [`[${redacted}]`])].map(text));
  if (link !== undefined)
    blocks.push(
      `<p style="margin:24px 0"><a href="${escape(link)}" style="display:inline-block;padding:12px 22px;border-radius:6px;background:${company.color};color:#ffffff;text-decoration:none;font-weight:600">${escape(button!)}</a></p>`,
    );
  if (shortCode !== undefined)
    blocks.push(
      `<p style="margin:0 0 16px">${escape(codeLabel!)}<br><bdi dir="ltr" style="font:600 22px/1.8 ui-monospace,Consolas,monospace;letter-spacing:.08em">${escape(shortCode)}</bdi></p>`,
    );
  if (link !== undefined)
    blocks.push(
      `<p style="margin:0 0 16px;color:#5b6570;font-size:13px">${escape(orOpen!)}<br><bdi dir="ltr" style="word-break:break-all">${escape(link)}</bdi></p>`,
    );
  const direction = language === 'ar' ? 'rtl' : 'ltr';
  return `<!doctype html>
<html lang="${language}" dir="${direction}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light"></head>
<body style="margin:0;background:#f3f5f7;color:#1b2229;font:16px/1.5 system-ui,'Segoe UI',Roboto,Helvetica,Arial,sans-serif">
${mark === undefined ? '' : `<p style="margin:0;padding:8px 16px;color:#5b6570;font-size:12px">${escape(mark)}</p>`}
<table role="presentation" width="100%" cellpadding="0" cellspacing="0"><tr><td align="center" style="padding:32px 16px">
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="max-width:560px;background:#ffffff;border:1px solid #dfe4e9;border-radius:8px"><tr><td dir="${direction}" style="padding:32px;text-align:start">
<p style="margin:0 0 24px;font-size:18px;font-weight:700;color:${company.color}">${escape(company.brand)}</p>
${blocks.join('\n')}
<p style="margin:24px 0 0;padding-top:16px;border-top:1px solid #dfe4e9;color:#5b6570;font-size:13px">${escape(signature)}<br>${escape(company.name)}, ${escape(company.addressLines.join(', '))}</p>
</td></tr></table>
</td></tr></table>
</body>
</html>
`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escape = (text: string) => text.replace(/[&<>"]/g, (character) => entities[character]!);
