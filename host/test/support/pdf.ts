import { inflateSync } from 'node:zlib';

/** The texts that a PDF of the host draws, a line each, as its fonts say that their glyphs are to be read. */
export function pdfText(pdf: Buffer): string {
  const objects = readObjects(pdf);
  const fonts = new Map<string, Map<string, string>>();
  for (const { text } of objects.values())
    for (const [, name, font] of text.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const toUnicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font!)?.text ?? '')?.[1];
      if (toUnicode) fonts.set(name!, readGlyphs(objects.get(toUnicode)?.stream ?? ''));
    }
  const pages = [...objects.values()].filter(({ stream }) => stream.includes('BT\n'));
  return pages.flatMap(({ stream }) => stream.split('BT\n').slice(1)).map((drawn) => readString(drawn, fonts)).join('\n'); // prettier-ignore
}

interface PdfObject {
  text: string;
  /** Its stream, unpacked. */
  stream: string;
}

function readObjects(pdf: Buffer): Map<string, PdfObject> {
  const whole = pdf.toString('latin1');
  const found = [...whole.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)];
  return new Map(
    found.map(([, id, body = '']) => {
      const [text = '', packed] = body.split(/stream\n([\s\S]*)\nendstream/);
      return [id!, { text, stream: packed === undefined ? '' : unpack(packed) }];
    }),
  );
}

function unpack(packed: string): string {
  try {
    return inflateSync(Buffer.from(packed, 'latin1')).toString('latin1');
  } catch {
    return packed;
  }
}

/** Characters by glyph, both in hexadecimal. */
function readGlyphs(map: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, first = '', characters = ''] of map.matchAll(/<(\w+)> <\w+> \[([^\]]*)\]/g))
    [...characters.matchAll(/<([\w\s]*)>/g)].forEach(([, units = ''], index) => {
      const text = (units.replace(/\s/g, '').match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(parseInt(unit, 16))).join('');
      glyphs.set((parseInt(first, 16) + index).toString(16).padStart(4, '0'), text);
    });
  return glyphs;
}

function readString(drawn: string, fonts: ReadonlyMap<string, ReadonlyMap<string, string>>): string {
  const font = fonts.get(/\/(F\d+) /.exec(drawn)?.[1] ?? '');
  const glyphs = [...drawn.matchAll(/<(\w+)>/g)].flatMap(([, hex = '']) => hex.match(/.{4}/g) ?? []);
  return glyphs.map((glyph) => font?.get(glyph) ?? '').join('');
}
