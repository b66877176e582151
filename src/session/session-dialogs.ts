import { html, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import type { Session } from '../context/contexts.js';
import type { FormController } from '../core/form-controller.js';
import type { LocalizeController } from '../core/localize-controller.js';
import type { sessionEnd } from './texts/session-end.js';
import { showModal } from '../ui/dialog.js';
import { formStatus, submitButton } from '../ui/form-view.js';

type EndLocalize = LocalizeController<typeof sessionEnd.english>;

/** Says that the session ends soon; what comes first in it keeps the person signed in. `left` in milliseconds. */
export function warningDialog(
  left: number,
  renewal: FormController<void, Session>,
  i18n: EndLocalize,
  dismiss: () => void,
): TemplateResult {
  const { t } = i18n;
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
export function endedDialog(session: Session, { t }: EndLocalize, close: () => void): TemplateResult {
  return html`<dialog part="dialog" class="small" aria-labelledby="title" aria-describedby="text" ${ref(showModal)} @close=${close}>
    <div class="stack">
      <h2 id="title">${t('endedTitle')}</h2>
      <p id="text">${t('endedText')}</p>
      <portal-sign-in .resume=${session}></portal-sign-in>
      <div><button type="button" class="quiet" @click=${close}>${t('notNow')}</button></div>
    </div>
  </dialog>`;
}
