import { css, html, nothing, type CSSResult, type TemplateResult } from 'lit';
import type { Session } from '../../context/contexts.js';
import { Panel } from '../../core/panel.js';
import { formStatus } from '../../ui/form-view.js';
import type { PortalSignIn } from '../portal-sign-in.js';
import { signOutForm } from '../sign-out.js';
import { signIn as texts } from '../texts/sign-in.js';

/** The person who is signed in already, with the ways on and out. */
export class SignedInPanel extends Panel<PortalSignIn, typeof texts.english> {
  static override readonly styles: readonly CSSResult[] = [
    css`
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
    `,
  ];

  readonly #signOut = signOutForm(this.host, () => undefined);

  constructor(host: PortalSignIn) {
    super(host, texts);
  }

  /** @param next The address to go on to. */
  render({ person, client }: Session, next: string | undefined): TemplateResult {
    const { t } = this.i18n;
    return html`<div class="stack" part="signed-in" tabindex="-1">
      <p>${t('signedIn')}</p>
      <p class="person"><bdi>${person.name}</bdi></p>
      <p class="muted"><bdi>${client.name}</bdi></p>
      ${formStatus(this.#signOut, this.i18n)}
      <div class="actions">
        ${next ? html`<a class="button primary" href=${next}>${t('goOn')}</a>` : nothing}
        <button type="button" aria-disabled=${this.#signOut.busy} @click=${() => void this.#signOut.send()}>${t('signOut')}</button>
      </div>
    </div>`;
  }
}
