import { unsafeCSS, type CSSResult } from 'lit';

/** Widths of a list's columns by their keys; the others share what is left. Not for what comes from data. */
export const columnWidths = (widths: Readonly<Record<string, string>>): CSSResult =>
  unsafeCSS(
    Object.entries(widths)
      .map(([key, width]) => `[data-column='${key}']{inline-size:${width}}`)
      .join(''),
  );
