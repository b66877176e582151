/** A text without the lines at its end that quote another, and these without their marks. */
export function splitQuoted(text: string): { text: string; quoted: string | null } {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n');
  let start = lines.length;
  while (start > 0 && isQuoted(lines[start - 1]!)) start -= 1;
  while (start < lines.length && lines[start]!.trim() === '') start += 1;
  const own = lines.slice(0, start).join('\n').trim();
  // What is nothing but a quotation is what somebody wanted to say.
  if (start === lines.length || own === '') return { text: lines.join('\n').trim(), quoted: null };
  return { text: own, quoted: lines.slice(start).map(unmarked).join('\n').trim() };
}

const isQuoted = (line: string) => line.startsWith('>') || line.trim() === '';
const unmarked = (line: string) => line.replace(/^> ?/, '');
