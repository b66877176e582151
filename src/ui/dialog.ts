import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { DialogController } from '../core/dialog-controller.js';
import { loadFailure } from '../core/loading/load-failure.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { tools } from '../i18n/texts/tools.js';

/** Shows a `<dialog>` as a modal one, by `ref`. */
export const showModal = (element: Element | undefined): void => {
  const dialog = element as HTMLDialogElement | undefined;
  // A new dialog is not in the document yet when it is handed over.
  queueMicrotask(() => {
    if (!dialog?.isConnected || dialog.matches(':modal')) return;
    // One that has left the page and come back is open, but not modal any more.
    dialog.open = false;
    dialog.showModal();
  });
};

/** A native modal dialog, open while `dialog` has a value. Escape, the cross and `dialog.close()` close it. */
export function dialogView<T>(
  dialog: DialogController<T>,
  i18n: SharedLocalize,
  label: string,
  body: (value: T) => unknown,
  size: 'small' | 'large' = 'large',
): TemplateResult | typeof nothing {
  const { value } = dialog;
  if (value === undefined) return nothing;
  return html`<dialog part="dialog" class=${size} aria-labelledby="dialog-title" ${ref(showModal)} @close=${dialog.close}>
    <header>
      <h2 id="dialog-title">${label}</h2>
      <button type="button" class="close quiet" aria-label=${i18n.in(tools)('close')} @click=${dialog.close}>✕</button>
    </header>
    <div>${body(value)}</div>
  </dialog>`;
}

/**
 * A dialog that shows an element, which the dialog's controller loads. It stays the same element while its host may not be
 * seen, so that what was typed in it is still there when the session has been renewed; it has a gate of its own.
 */
export function elementDialog<T>(
  dialog: DialogController<T>,
  i18n: SharedLocalize,
  label: string,
  content: (value: T) => TemplateResult,
  size?: 'small' | 'large',
): TemplateResult | typeof nothing {
  const body = (value: T) => [
    dialog.element?.error === undefined ? nothing : loadFailure(dialog.element, i18n),
    dialog.keepAlive.keep(content(value)),
  ];
  return dialogView(dialog, i18n, label, body, size);
}
