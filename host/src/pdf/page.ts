import { fileURLToPath } from 'node:url';
import PDFDocument from 'pdfkit';
import type { components } from 'portal-elements/contract';
import { company } from '../company.js';

type Money = components['schemas']['Money'];
type Align = 'left' | 'right';

const fonts = {
  regular: fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')),
  bold: fileURLToPath(import.meta.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf')),
};

export const ink = '#17272b';
export const quiet = '#5b6b70';
const line = '#c9d3d5';
/** The edges of what is written on a page, in points. */
export const left = 56;
export const right = 539;
const top = 56;
const bottom = 760;
const footerAt = 782;

/** A column of a table. */
export interface Column {
  title: string;
  x: number;
  width: number;
  align: Align;
}

/** Columns side by side from the left edge; the space between two is taken from the left one's width. */
export function columnsOf(columns: readonly (readonly [title: string, width: number, align?: Align])[]): Column[] {
  let x = left;
  return columns.map(([title, width, align = 'left'], index) => {
    const column = { title, x, width: index === columns.length - 1 ? width : width - 4, align };
    x += width;
    return column;
  });
}

export interface TextOptions {
  x?: number;
  width?: number;
  size?: number;
  bold?: boolean;
  color?: string;
  align?: Align;
}

interface About {
  title: string;
  author: string;
  created: Date;
  /** BCP 47 tag of its words, unless they are English. */
  language?: string;
  /** Keeps every page until the end, so that footers can say how many there are; otherwise each is let go when the next begins. */
  keepsPages?: boolean;
  /** Makes it PDF/A-3b (ISO 19005-3), which may hold files. */
  isArchival?: boolean;
}

/** An A4 document in the company's look, with fonts for Latin, Greek, Cyrillic, Arabic and Hebrew. */
export function newDocument({
  title,
  author,
  created,
  language = 'en',
  keepsPages = false,
  isArchival = false,
}: About): PDFKit.PDFDocument {
  const document = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: keepsPages,
    lang: language,
    displayTitle: true,
    ...(isArchival && { subset: 'PDF/A-3b', pdfVersion: '1.7' }),
    info: { Title: title, Author: author, CreationDate: created },
  });
  return document.registerFont('regular', fonts.regular).registerFont('bold', fonts.bold);
}

/** A place on the page, going down; a new page begins when something does not fit. */
export class Page {
  y = top;

  constructor(
    readonly document: PDFKit.PDFDocument,
    /** Called on every page that begins. */
    private readonly begun: (page: Page) => void = () => {},
  ) {
    begun(this);
  }

  /** Writes at the current height and returns the height it took, without going down. */
  write(text: string, { x = left, width = right - left, size = 9, bold = false, color = ink, align = 'left' }: TextOptions = {}): number {
    const options = optionsFor(text, width, align);
    this.document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
    this.document.text(text, x, this.y, options);
    return this.document.heightOfString(text, options);
  }

  heightOf(text: string, { width = right - left, size = 9, bold = false }: TextOptions = {}): number {
    this.document.font(bold ? 'bold' : 'regular').fontSize(size);
    return this.document.heightOfString(text, optionsFor(text, width, 'left'));
  }

  /** Writes and goes below it. */
  paragraph(text: string, options: TextOptions = {}): void {
    this.room(this.heightOf(text, options));
    this.y += this.write(text, options) + 2;
  }

  rule(color = line): void {
    this.document.moveTo(left, this.y).lineTo(right, this.y).lineWidth(0.6).strokeColor(color).stroke();
    this.y += 5;
  }

  /** The titles of a table's columns. */
  titles(columns: readonly Column[], size = 7.5): void {
    for (const column of columns) this.write(column.title, { ...column, size, color: quiet });
    this.y += size + 5.5;
    this.rule(company.color);
  }

  /** One line of a table, each cell cut where its column ends. */
  cells(columns: readonly Column[], texts: readonly string[], { size = 9, bold = false, color = ink }: TextOptions = {}): void {
    this.document
      .font(bold ? 'bold' : 'regular')
      .fontSize(size)
      .fillColor(color);
    columns.forEach(({ x, width, align }, index) => {
      const text = this.cut(texts[index] ?? '', width);
      const room = align === 'right' || rightToLeft.test(text) ? width - this.document.widthOfString(text) : 0;
      if (text) this.document.text(text, x + room, this.y, { lineBreak: false, ...shaping(text) });
    });
    this.y += size * 1.5;
  }

  /** Tells whether a new page had to begin for so much height. */
  room(height: number): boolean {
    if (this.y + height <= bottom) return false;
    this.document.addPage();
    this.y = top;
    this.begun(this);
    return true;
  }

  /** The line at the foot of the current page. */
  footer(start: string, end: string): void {
    this.document.font('regular').fontSize(7).fillColor(quiet);
    this.document.text(start, left, footerAt, { width: 330, lineBreak: false });
    const room = right - left - this.document.widthOfString(end);
    this.document.text(end, left + room, footerAt, { lineBreak: false });
  }

  private cut(text: string, width: number): string {
    if (this.document.widthOfString(text) <= width) return text;
    const letters = Array.from(text);
    while (letters.length > 0 && this.document.widthOfString(`${letters.join('')}…`) > width) letters.pop();
    return `${letters.join('')}…`;
  }
}

const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Text from right to left is shaped as a whole, for its words to stand in their order. */
const shaping = (text: string): { features?: PDFKit.Mixins.OpenTypeFeatures[] } =>
  rightToLeft.test(text) ? { features: {} as PDFKit.Mixins.OpenTypeFeatures[] } : {};

/** Text from right to left stands on the right. */
const optionsFor = (text: string, width: number, align: Align): PDFKit.Mixins.TextOptions => ({
  width,
  align: rightToLeft.test(text) ? 'right' : align,
  ...shaping(text),
});

const dates = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });

/** A date such as 2026-11-21 in words. */
export const day = (date: string): string => dates.format(new Date(date));

/** The decimal string with its thousands apart; never through a float. */
export function number(text: string): string {
  const [whole = '', fraction] = text.split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** The amount without its currency. */
export const plain = ({ amount }: Money): string => number(amount).replace(/^-/, '\u2212');
