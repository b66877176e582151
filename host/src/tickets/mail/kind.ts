import type { HeaderLines } from 'mailparser';

/** Written by a person, sent by a program, or a mail server's report about a mail that it could not deliver. */
export type MailKind = 'written' | 'automatic' | 'bounce';

/** Headers as they were sent, without their folds. */
export interface MailHeaders {
  first(name: string): string | undefined;
  all(name: string): string[];
}

export function headersOf(lines: HeaderLines): MailHeaders {
  const all = (name: string) =>
    lines
      .filter(({ key }) => key === name)
      .map(({ line }) => line.slice(line.indexOf(':') + 1).replace(/\s*\r?\n\s+/g, ' ').trim()); // prettier-ignore
  return { all, first: (name) => all(name)[0] };
}

/** Who has sent a mail, by what programs say of themselves (RFC 3834, RFC 6522). `sender` is the envelope's, where it is known. */
export function kindOfMail(headers: MailHeaders, sender: string | undefined): MailKind {
  const type = headers.first('content-type') ?? '';
  const isReport = /^multipart\/report\b/i.test(type);
  const isOfServer = /(^|<)(mailer-daemon|postmaster)@/i.test(headers.first('from') ?? '');
  const isFromNobody = sender === '' || headers.first('return-path') === '<>';
  if ((isReport && !/disposition-notification/i.test(type)) || (isOfServer && isFromNobody)) return 'bounce';
  return isReport || isOfServer || isFromNobody || saysSo(headers) ? 'automatic' : 'written';
}

function saysSo(headers: MailHeaders): boolean {
  const submitted = headers.first('auto-submitted');
  if (submitted !== undefined && !/^no\b/i.test(submitted)) return true;
  if (/^(bulk|junk|list|auto_reply)\b/i.test(headers.first('precedence') ?? '')) return true;
  return marks.some((name) => headers.first(name) !== undefined);
}

// cspell:words autoreply autorespond
/** Headers that only programs write. */
const marks = ['list-id', 'x-auto-response-suppress', 'x-autoreply', 'x-autorespond', 'x-autoresponder'];
