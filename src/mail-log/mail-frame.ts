import { html, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';

/** Of a mail nothing runs, nothing is loaded from elsewhere and nothing is sent; its own styles and pictures are shown. */
const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'";

/** What stands before the mail: a second doctype, `<html>` or `<head>` after it only adds to these. Links lead to a new window, which the frame may not open. */
const head = `<!doctype html><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><base target="_blank">`;

interface TrustedTypes {
  createPolicy(name: string, rules: { createHTML: (markup: string) => string }): { createHTML(markup: string): unknown };
}

/** Lets markup into the frame, and only there, on pages that enforce Trusted Types and allow this policy. */
let trusted: ((markup: string) => unknown) | undefined;

function trust(markup: string): unknown {
  if (trusted) return trusted(markup);
  try {
    const made = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy('portal-mail', { createHTML: (each) => each });
    trusted = made ? (each) => made.createHTML(each) : (each) => each;
  } catch {
    trusted = (each) => each;
  }
  return trusted(markup);
}

/** Tells whether the page lets the frame be filled. */
function canFrame(): boolean {
  try {
    // eslint-disable-next-line no-restricted-properties -- of a sandboxed frame, which is made for markup of others
    document.createElement('iframe').srcdoc = trust('') as string;
    return true;
  } catch {
    return false;
  }
}

/** Nothing of what a sandbox could allow; the linter of templates knows only what can be, hence the type. */
const nothing = '' as 'allow-forms';

let allowed: boolean | undefined;

/**
 * A mail with its own looks, in a frame without scripts, without an origin, and without what is loaded from elsewhere; undefined where
 * the page does not let it be filled.
 */
export function mailFrame(markup: string, title: string): TemplateResult | undefined {
  if (!(allowed ??= canFrame())) return undefined;
  return html`<iframe
    part="sheet"
    class="sheet"
    sandbox=${nothing}
    referrerpolicy="no-referrer"
    title=${title}
    .srcdoc=${guard([markup], () => trust(head + markup) as string)}
  ></iframe>`;
}
