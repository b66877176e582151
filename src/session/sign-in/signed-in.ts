import { css, html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../context/contexts.js';
import type { FormController } from '../../core/form-controller.js';
import type { LocalizeController } from '../../core/localize-controller.js';
import type { signIn } from '../texts/sign-in.js';
import { formStatus } from '../../ui/form-view.js';

/** For somebody who is signed in already: as whom, and to go on or to sign out. */
export function signedIn(
  { person, client }: Session,
  i18n: LocalizeController<typeof signIn.english>,
  signOut: FormController<void>,
  next: string | undefined,
): TemplateResult {
  const { t } = i18n;
  return html`<div class="stack" part="signed-in" tabindex="-1">
    <p>${t('signedIn')}</p>
    <p class="person"><bdi>${person.name}</bdi></p>
    <p class="muted"><bdi>${client.name}</bdi></p>
    ${formStatus(signOut, i18n)}
    <div class="actions">
      ${next ? html`<a class="button primary" href=${next}>${t('goOn')}</a>` : nothing}
      <button type="button" aria-disabled=${signOut.busy} @click=${() => void signOut.send()}>${t('signOut')}</button>
    </div>
  </div>`;
}

export const signedInStyles = css`
  [part='signed-in'] {
    display: grid;
    gap: 0.25em;
    outline: none;
  }
  [part='signed-in'] p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .person {
    font-size: 1.15em;
    font-weight: 600;
  }
  [part='signed-in'] .actions {
    margin-block-start: var(--_space);
  }
`;
