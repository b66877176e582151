import { htmlToText, type FormatCallback } from 'html-to-text';

/** Stands on a line of its own where a mail program says that a former mail begins; no text has it. */
export const formerMail = '\u{E0F1}';

// cspell:words appendonsend protonmail Rply zmail
/** The elements with which mail programs begin what they quote. */
const beginnings = [
  'div.gmail_quote', 'div.moz-cite-prefix', 'div.yahoo_quoted', 'div.protonmail_quote', 'div.zmail_extra',
  '#appendonsend', '#divRplyFwdMsg', '#mail-editor-reference-message-container',
  'div[style*="border-top:solid #E1E1E1"]', 'div[style*="border-top:solid #B5C4DF"]',
]; // prettier-ignore

const markFormer: FormatCallback = (element, walk, builder) => {
  builder.openBlock({ leadingLineBreaks: 1 });
  builder.addInline(formerMail);
  builder.closeBlock({ trailingLineBreaks: 1 });
  builder.openBlock({ leadingLineBreaks: 1 });
  walk(element.children, builder);
  builder.closeBlock({ trailingLineBreaks: 1 });
};

const headings = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'];

/** Where more would have followed. */
const cutOff = '\u{E0F2}';
const longest = 5_000_000;

/** HTML that no mail program writes. */
export class UnreadableHtml extends Error {}

/** The text of a mail that is HTML, quotations with `>` before each line. Throws `UnreadableHtml` where it is longer or nested deeper than anybody writes. */
export function textOfHtml(html: string): string {
  const text = html.length > longest ? cutOff : convert(html.replace(/[\u{E0F1}\u{E0F2}]/gu, ''));
  if (text.includes(cutOff)) throw new UnreadableHtml('The HTML is too long, or nested too deeply.');
  return text;
}

function convert(html: string): string {
  return htmlToText(html, {
    wordwrap: false,
    limits: { maxDepth: 500, maxInputLength: longest, ellipsis: cutOff },
    formatters: { markFormer },
    selectors: [
      ...headings.map((selector) => ({ selector, options: { uppercase: false } })),
      { selector: 'a', options: { hideLinkHrefIfSameAsText: true } },
      // What is shown there is among the files.
      { selector: 'img', format: 'skip' },
      { selector: 'table', format: 'dataTable', options: { uppercaseHeaderCells: false } },
      ...beginnings.map((selector) => ({ selector, format: 'markFormer' })),
    ],
  });
}
