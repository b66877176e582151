import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { DialogController } from '../core/dialog-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { dialogView } from './dialog.js';

const fields = ['[aria-invalid="true"]', 'input:not([type="file"]), textarea, select', 'button'];

/**
 * A dialog begins at its first field, or the first that needs another look, not at its cross; where the fields are loaded
 * when it opens, as soon as they are there, unless somebody is in one already.
 */
function focusFirst(body: Element | undefined): void {
  if (!body || body.hasAttribute('data-begun')) return;
  body.setAttribute('data-begun', '');
  const begin = () => {
    const first = fields.map((selector) => body.querySelector<HTMLElement>(selector)).find(Boolean);
    if (!first) return;
    later.disconnect();
    if (!body.matches(':focus-within')) first.focus({ preventScroll: true });
  };
  const later = new MutationObserver(begin);
  later.observe(body, { childList: true, subtree: true });
  // After the dialog has been shown, which moves the focus too.
  queueMicrotask(begin);
}

/** A dialog with several screens; another screen is another dialog, so that the focus moves into it. */
export function screenDialog<Screen>(
  dialog: DialogController<Screen>,
  i18n: SharedLocalize,
  title: string,
  body: (screen: Screen) => unknown,
  size?: 'small' | 'large',
): unknown {
  return keyed(
    dialog.value,
    dialogView(dialog, i18n, title, (screen) => html`<div ${ref(focusFirst)}>${body(screen)}</div>`, size),
  );
}

/** A success, said above the list. The focus moves there: the button that began it may be gone. */
export class Notice {
  text = '';

  constructor(private readonly host: LitElement) {}

  /** With a way on, if there is one; nothing while nothing has been said. */
  view(way: unknown = nothing): TemplateResult | typeof nothing {
    if (!this.text) return nothing;
    return html`<div class="notice success" part="notice" tabindex="-1">
      <p role="status">${this.text}</p>
      ${way}
    </div>`;
  }

  say(text: string): void {
    this.text = text;
    this.host.requestUpdate();
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>('[part="notice"]')?.focus());
  }
}
