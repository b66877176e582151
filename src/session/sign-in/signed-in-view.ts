import { css, html, nothing, type TemplateResult } from 'lit';
import type { Session } from '../../context/contexts.js';
import type { FormController } from '../../core/form-controller.js';
import type { SharedLocalize } from '../../core/localize-controller.js';
import { formStatus } from '../../ui/form-view.js';
import { signIn as texts } from '../texts/sign-in.js';

/** The person who is signed in already, with the ways on and out. */
export function signedIn(
  { person, client }: Session,
  i18n: SharedLocalize,
  signOut: FormController<void>,
  next: string | undefined,
): TemplateResult {
  const t = i18n.in(texts);
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
