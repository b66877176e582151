import { html, nothing, type LitElement, type TemplateResult } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { ref } from 'lit/directives/ref.js';
import type { DialogController } from '../core/dialog-controller.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { dialogView } from './dialog.js';

/** A dialog begins at its first field, or the first that needs another look, not at its cross. */
function focusFirst(body: Element | undefined): void {
  if (!body || body.hasAttribute('data-begun')) return;
  body.setAttribute('data-begun', '');
  const focus = () => {
    const first = ['[aria-invalid="true"]', 'input:not([type="file"]), textarea, select', 'button'];
    const place = first.map((selector) => body.querySelector<HTMLElement>(selector)).find(Boolean);
    place?.focus({ preventScroll: true });
  };
  requestAnimationFrame(focus);
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
