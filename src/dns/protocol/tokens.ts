/** A word or a quoted string of a zone file; `text` is what was written, without the quotes, escapes not resolved. */
export interface Token {
  text: string;
  quoted: boolean;
}

/** One step of RFC 1035, 5.1: blanks or a comment (1), the end of a line (2), a parenthesis (3), a quoted string (4), a word (5). */
const step = (): RegExp =>
  /([ \t\r\f\v]+|;[^\n]*)|(\n)|([()])|"((?:[^"\\\n]|\\[^\n])*)"|((?:[^ \t\r\n\f\v;()"\\=]|\\[^\n]|=(?:"(?:[^"\\\n]|\\[^\n])*")?)+)/y;

export type Step = { end: number } & ({ kind: 'blank' | 'line' | '(' | ')' } | { kind: 'token'; token: Token });

/** Cuts text step by step; `scan(at)` is undefined where neither a step nor the end of the text is, i.e. at an unclosed quote. */
export function scanner(text: string): (at: number) => Step | undefined {
  const pattern = step();
  return (at) => {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) return undefined;
    const end = pattern.lastIndex;
    if (found[1] !== undefined) return { kind: 'blank', end };
    if (found[2] !== undefined) return { kind: 'line', end };
    if (found[3] !== undefined) return { kind: found[3] as '(' | ')', end };
    return { kind: 'token', end, token: { text: found[4] ?? found[5] ?? '', quoted: found[4] !== undefined } };
  };
}

/** The tokens of one value; undefined when it has a comment, a parenthesis, a line break or an unclosed quote. */
export function tokenize(value: string): Token[] | undefined {
  const scan = scanner(value);
  const tokens: Token[] = [];
  for (let at = 0; at < value.length;) {
    const next = scan(at);
    if (next?.kind === 'token') tokens.push(next.token);
    else if (next?.kind !== 'blank' || value[at] === ';') return undefined;
    at = next.end;
  }
  return tokens;
}
