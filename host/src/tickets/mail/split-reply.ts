import { formerMail } from './html.js';

/** What somebody has written, and what is folded away beside it. */
export interface SplitReply {
  text: string;
  /** Quotations, signatures and what mail programs add; null where there are none. */
  quoted: string | null;
}

/**
 * Tells an answer from what mail programs put round it, by its shape and not by words of any language: what the portal's own mails
 * begin with, marks of quotations, blocks of headers, signatures. Nothing is dropped: what is not shown is quoted. Where all of it
 * looks quoted, all of it is the answer, unless `mayBeEmpty`, as beside a file.
 */
export function splitReply(whole: string, { mayBeEmpty = false } = {}): SplitReply {
  const lines = whole.replace(/\r\n?/g, '\n').split('\n').map((line) => line.trimEnd()); // prettier-ignore
  const { start, end } = findReply(lines);
  const text = joined(lines.slice(start, end));
  if (text === '' && !mayBeEmpty) return { text: joined(lines), quoted: null };
  const quoted = [lines.slice(0, start), lines.slice(end)].map(joined).filter(Boolean).join('\n\n');
  return { text, quoted: quoted || null };
}

const joined = (lines: readonly string[]) => lines.filter((line) => bare(line) !== formerMail).join('\n').trim(); // prettier-ignore

interface Span {
  start: number;
  /** The line after the last. */
  end: number;
}

function findReply(lines: readonly string[]): Span {
  const marked = cutAtMark(lines);
  // Whoever answers below or between what is quoted has nothing above the mark.
  if (marked !== undefined && hasText(lines, marked)) return marked;
  const end = signature(lines, trimmed(lines, headerBlock(lines) ?? lines.length));
  return within(lines, quoteBelow(lines, end));
}

/** What is above the line with which the portal's mails begin, or where a program says that a former mail does. */
function cutAtMark(lines: readonly string[]): Span | undefined {
  const mark = lines.findIndex(isMark);
  if (mark < 0 || isAnsweredWithin(lines, mark)) return undefined;
  let end = headerBlock(lines) ?? mark;
  // Some programs quote whose words follow as well.
  while (isQuoted(lines[mark]) && end > 0 && (isQuoted(lines[end - 1]) || isBlank(lines[end - 1]))) end -= 1;
  end = trimmed(lines, end);
  return within(lines, end - attributionAbove(lines, end - 1));
}

/** Leaves out the signature, a program's line, and a quotation at the beginning. */
function within(lines: readonly string[], from: number): Span {
  const end = trimmed(lines, signature(lines, trimmed(lines, from)));
  const start = quoteAbove(lines, end);
  return { start, end: programsLine(lines, start, end) };
}

const hidden = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
/** A line without blanks round it, and without the signs for the direction of writing that some programs put in. */
const bare = (line: string | undefined) => (line ?? '').replace(hidden, '').trim();
const isBlank = (line: string | undefined) => bare(line) === '' || bare(line) === formerMail;
const isQuoted = (line: string | undefined) => /^[ \t]?>/.test((line ?? '').replace(hidden, ''));
/** A line across, as of Outlook or "-----Original Message-----". */
const isRule = (line: string | undefined) => /^(_{10,}|-{20,}|-{5,}.*-{5,})$/.test(bare(line));
const isMark = (line: string) => /^[>\s]*##- .{4,90} -##$/.test(bare(line)) || bare(line).replace(/^[>\s]+/, '') === formerMail;
const hasText = (lines: readonly string[], { start, end }: Span) => lines.slice(start, end).some((line) => !isBlank(line));

/** Whether somebody has written on between the lines that are quoted below the mark, or after them. */
function isAnsweredWithin(lines: readonly string[], mark: number): boolean {
  const end = signature(lines, lines.length);
  const first = lines.findIndex((line, index) => index >= mark && isQuoted(line));
  if (first < 0) return false;
  const isOwn = (line: string) => !isQuoted(line) && !isBlank(line);
  const own = lines.findIndex((line, index) => index > first && index < end && isOwn(line));
  if (own < 0) return false;
  return isQuoted(lines[mark]) || lines.slice(own, end).some(isQuoted);
}

function trimmed(lines: readonly string[], from: number): number {
  let end = from;
  while (end > 0 && (isBlank(lines[end - 1]) || isRule(lines[end - 1]))) end -= 1;
  return end;
}

const isNamed = (line: string) => !isQuoted(line) && /^\*?[^\s:：*][^:：]{0,30}[:：]\*?\s*\S/.test(bare(line));

/** The first line of a block such as "From: … Sent: … To: … Subject: …", which begins a mail quoted without marks. */
function headerBlock(lines: readonly string[]): number | undefined {
  const mark = lines.findIndex(isMark);
  for (let begin = 0; begin < lines.length; begin += 1) {
    const isRuled = isRule(lines[begin - 1]);
    if (begin > 0 && !isRuled && !isBlank(lines[begin - 1])) continue;
    let end = begin;
    while (end < lines.length && isNamed(lines[end]!)) end += 1;
    const block = lines.slice(begin, end);
    if (block.length < 3 || block.length > 8 || lines.slice(end).every(isBlank)) continue;
    // A mail of the portal has its mark right after such a block; any other is something that the person has copied in.
    const isAtMark = end <= mark && lines.slice(end, mark).every((line) => isBlank(line) || isRule(line));
    if (mark < 0 ? isHeaderBlock(block, isRuled) : isAtMark) return begin;
  }
  return undefined;
}

function isHeaderBlock(block: readonly string[], isRuled: boolean): boolean {
  const hasAddress = block.some((line) => /@[^\s>]+\.[^\s>]/.test(line));
  return isRuled ? hasAddress || block.some(hasTime) : hasAddress && block.some(hasTime);
}

const hasTime = (line: string) => hasDate(line) || /\d{1,2}[:.]\d{2}/.test(line);
const hasDate = (text: string) => /20\d\d/.test(text) || /\d{1,2}[./-]\s?\d{1,2}[./-]\s?\d{2}/.test(text);

/** Where a signature begins: `--` on a line of its own, near the end. */
function signature(lines: readonly string[], end: number): number {
  for (let line = end - 1; line >= 0 && end - line <= 12; line -= 1) if (bare(lines[line]) === '--') return line;
  return end;
}

/** Where the quotation at the end begins, with the line above that says whose it is. */
function quoteBelow(lines: readonly string[], end: number): number {
  let last = end - 1;
  while (last >= 0 && (isBlank(lines[last]) || isQuoted(lines[last]))) last -= 1;
  const first = lines.findIndex((line, index) => index > last && index < end && isQuoted(line));
  if (first < 0) return end;
  const attribution = attributionAbove(lines, last);
  if (attribution > 0) return last - attribution + 1;
  // A sentence that points at what has been pasted below it belongs to it, unless the program names the author inside the quotation.
  const pointsAtIt = /[:：]$/.test(bare(lines[last])) && !isAttribution(bare(lines[first]).replace(/^>\s*/, ''));
  return pointsAtIt ? end : first;
}

/** The number of lines, up to this one, that say whose words follow and when they were written. */
function attributionAbove(lines: readonly string[], last: number): number {
  let found = 0;
  for (let count = 1; count <= 3 && count <= last + 1; count += 1) {
    const part = lines.slice(last - count + 1, last + 1);
    if (isBlank(part[0]) || isQuoted(part[0])) break;
    if (!isAttribution(part.map(bare).join(' '))) continue;
    found = count;
    // A line that begins with the end of an address goes on from the one above.
    if (!/^[^\s<]+@[^\s<]+>/.test(bare(part[0]))) break;
  }
  return found;
}

/** "On … wrote:" in any language: it ends with a colon, and has a date, or a number and an address. */
const isAttribution = (text: string) =>
  text.length < 300 && /[:：]$/.test(text) && /\d/.test(text) && (hasDate(text) || /\S@\S/.test(text));

/** Where the answer begins below a quotation; where more are quoted further down, only the line that says whose they are is left out. */
function quoteAbove(lines: readonly string[], end: number): number {
  let first = 0;
  while (first < end && isBlank(lines[first])) first += 1;
  let quote = first;
  while (quote < end && quote - first < 3 && !isBlank(lines[quote]) && !isQuoted(lines[quote])) quote += 1;
  const named = lines.slice(first, quote).map(bare).join(' ');
  while (quote < end && isBlank(lines[quote])) quote += 1;
  if (quote >= end || !isQuoted(lines[quote]) || !isAttribution(named)) return 0;
  let after = quote;
  while (after < end && (isQuoted(lines[after]) || isBlank(lines[after]))) after += 1;
  return lines.slice(after, end).some(isQuoted) ? quote : after;
}

// cspell:disable -- the words of programs
const programs =
  /^(.{3,30}\boutlook\b.{2,20}<https:\S+>$|sent (from|with|via) |get outlook for |von meinem .+ gesendet|gesendet (von|mit) |odesláno (z|ze|pomocí) |envoyé (de|depuis|à partir) |enviado (desde|do) |inviato da |wysłan[eo] z |verzonden (vanaf|met) |أُ?رسلت? من )/i;
// cspell:enable

/** Leaves out a last line in which a program names itself. */
function programsLine(lines: readonly string[], start: number, end: number): number {
  const isIts = end - start > 1 && isBlank(lines[end - 2]) && bare(lines[end - 1]).length < 90 && programs.test(bare(lines[end - 1]));
  return isIts ? trimmed(lines, end - 1) : end;
}
