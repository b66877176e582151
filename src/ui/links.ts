import { html, type TemplateResult } from 'lit';
import { warnOnce } from '../core/warn.js';

/** An address that may be put into a link: http, https, mailto, tel or relative; anything else is `undefined`. */
export function safeHref(href: string | null | undefined): string | undefined {
  if (!href) return undefined;
  try {
    const { protocol } = new URL(href, document.baseURI);
    return ['http:', 'https:', 'mailto:', 'tel:'].includes(protocol) ? href : undefined;
  } catch {
    return undefined;
  }
}

/** The address of one record from a template such as `/invoice?id={id}`. */
export function itemAddress(template: string | undefined, id: string): string | undefined {
  if (!template) return undefined;
  const address = safeHref(template.replaceAll('{id}', encodeURIComponent(id)));
  if (!address || !template.includes('{id}')) warnOnce(`item-href="${template}" is not an address with {id} in it; rows open in place.`);
  return template.includes('{id}') ? address : undefined;
}

/** The subject of a row: a link where the page has a place for it, else a button that opens it here. */
export function itemLink(template: string | undefined, id: string, text: string, open: () => void): TemplateResult {
  const href = itemAddress(template, id);
  return href
    ? html`<a class="link" href=${href}><bdi .textContent=${text}></bdi></a>`
    : html`<button type="button" class="link" aria-haspopup="dialog" @click=${open}><bdi .textContent=${text}></bdi></button>`;
}
