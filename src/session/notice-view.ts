import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Session } from '../context/contexts.js';
import type { FormController } from '../core/form-controller.js';
import type { Lazy } from '../core/lazy.js';
import type { SharedLocalize } from '../core/localize-controller.js';
import { showModal } from '../ui/dialog.js';
import { formStatus, submitButton } from '../ui/form-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { sessionEnd as texts } from './texts/session-end.js';

/** Says that the session ends soon; what comes first in it keeps the person signed in. `left` in milliseconds. */
export function warningDialog(
  left: number,
  renewal: FormController<void, Session>,
  i18n: SharedLocalize,
  dismiss: () => void,
): TemplateResult {
  const t = i18n.in(texts);
  const minutes = Math.floor(left / 60_000);
  const submit = (event: Event) => {
    event.preventDefault();
    void renewal.send();
  };
  return html`<dialog
    part="dialog"
    class="small"
    role="alertdialog"
    aria-labelledby="title"
    aria-describedby="text"
    ${ref(showModal)}
    @close=${dismiss}
  >
    <form class="stack" @submit=${submit}>
      <h2 id="title">${t('soonTitle')}</h2>
      <p id="text">${minutes > 0 ? t('soon', minutes) : t('soonNow')} ${t('soonWhy')}</p>
      ${formStatus(renewal, i18n)}
      <div class="actions">
        ${submitButton(renewal, i18n, t('stay'))}
        <button type="button" @click=${dismiss}>${t('notNow')}</button>
      </div>
    </form>
  </dialog>`;
}

/** Says that the session has ended, with the place to sign in again. */
export function endedDialog(session: Session, signIn: Lazy<true>, i18n: SharedLocalize, close: () => void): TemplateResult {
  const t = i18n.in(texts);
  return html`<dialog part="dialog" class="small" aria-labelledby="title" aria-describedby="text" ${ref(showModal)} @close=${close}>
    <div class="stack">
      <h2 id="title">${t('endedTitle')}</h2>
      <p id="text">${t('endedText')}</p>
      ${lazyView(signIn, i18n, () => html`<portal-sign-in .resume=${session}></portal-sign-in>`)}
      <div><button type="button" class="quiet" @click=${close}>${t('notNow')}</button></div>
    </div>
  </dialog>`;
}
