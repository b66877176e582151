import { css, type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import type { components } from '../api/schema.js';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { badge } from '../ui/badge.js';
import { detailView, facts } from '../ui/detail-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { safeHref } from '../ui/links.js';
import { tableStyles } from '../ui/styles/columns.js';
import { detailStyles } from '../ui/styles/detail.js';
import { listStyles } from '../ui/styles/list.js';
import { printStyles } from '../ui/styles/print.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import { accountStyles } from './account.styles.js';
import type * as secondFactorPanel from './security/second-factor-panel.js';
import type { SecondFactorPanel, SecondFactorTask } from './security/second-factor-panel.js';
import { password } from './texts/password.js';
import { security } from './texts/security.js';

/** Styles of the protection of the own account: its parts, the code to scan, the codes to keep. */
const securityStyles = css`
  :host {
    container-type: inline-size;
  }
  .parts,
  .parts > section[part='detail'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 3);
  }
  h4 {
    margin: 0;
    font-size: 1em;
    outline: none;
  }
  .between {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
  }
  form.stack {
    max-inline-size: 32em;
  }
  .scan {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: calc(var(--_space) * 2);
  }
  .scan p {
    flex: 1 1 12em;
  }
  .qr {
    inline-size: 12em;
    max-inline-size: 100%;
    border-radius: var(--_radius);
  }
  .secret {
    font-size: 1.05em;
    font-weight: 600;
  }
  .codes {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 11em), 1fr));
    gap: 0.35em 1.5em;
    margin: 0;
    padding: var(--_space);
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    list-style: none;
  }
`;

/** The table of sessions. */
const sessionStyles = tableStyles('sessions', 11, 10.5, 7.5, 7.5, 6.5);

type AccountState = components['schemas']['AccountSecurity'];

const few = 2;

/**
 * The protection of the own account: when the password was changed, the second factor with its recovery codes, and every
 * place where the person is signed in.
 *
 * @tag portal-account-security
 * @summary The own account's second factor, recovery codes and sessions.
 * @example
 * <portal-account-security></portal-account-security>
 * @permission session
 * @operation getAccountSecurity
 * @operation beginSecondFactor
 * @operation confirmSecondFactor
 * @operation removeSecondFactor
 * @operation createRecoveryCodes
 * @operation listAccountSessions
 * @operation endAccountSession
 * @operation endOtherSessions
 * @csspart detail - The password and the second factor.
 * @csspart facts - The time of the last change of the password, and the state of the second factor.
 * @csspart codes - New recovery codes, shown once.
 * @csspart sessions - The table of sessions.
 * @csspart row - A session.
 * @csspart badge - A word of state.
 * @csspart skeleton - The placeholder while it is loading.
 */
export class PortalAccountSecurity extends PortalElement {
  static override requires = 'session' as const;
  static override styles: CSSResultGroup = [
    PortalElement.styles,
    sharedStyles,
    toolStyles,
    detailStyles,
    listStyles,
    accountStyles,
    securityStyles,
    sessionStyles,
    printStyles,
  ];

  #i18n = new LocalizeController(this, security);
  #sessions = new Lazy(this, () => import('./security/sessions-panel.js').then((each) => new each.SessionsPanel(this)));
  #factor: Lazy<SecondFactorPanel> = new Lazy(this, () => import('./security/second-factor-panel.js').then((each) => this.#newPanel(each)));
  /** Says what has been achieved. */
  #notice = '';
  protected override readonly content: LoadController<AccountState> = new LoadController<AccountState>(this, {
    path: '/account/security',
    fetch: (api, init) => api.GET('/account/security', init),
  });

  protected override view(): TemplateResult {
    this.#sessions.useWhenIdle();
    return html`<div class="parts">
      ${detailView(this.content, this.#i18n, (state) => html`${this.#password(state)} ${this.#secondFactor(state)}`, 5)}
      ${lazyView(this.#sessions, this.#i18n, (panel) => panel.render())}
    </div>`;
  }

  #password({ password: { managed, changedAt, manageHref } }: AccountState): TemplateResult {
    const { t, instant } = this.#i18n;
    const href = safeHref(manageHref);
    const elsewhere = this.#i18n.in(password);
    return html`<section class="stack">
      <h3>${t('password')}</h3>
      ${
        managed === 'here'
          ? facts([[t('changedAt'), changedAt ? instant(changedAt) : t('neverChanged')]])
          : html`<p>
              ${elsewhere('managedElsewhere')} ${href ? html`<a class="link" href=${href}>${elsewhere('manageElsewhere')}</a>` : nothing}
            </p>`
      }
    </section>`;
  }

  #secondFactor({ secondFactor }: AccountState): TemplateResult {
    const { t } = this.#i18n;
    const { enabled } = secondFactor;
    return html`<section class="stack" aria-labelledby="second-factor">
      <div class="between">
        <h3 id="second-factor" tabindex="-1">${t('secondFactor')}</h3>
        ${badge(enabled ? 'success' : 'neutral', t(enabled ? 'on' : 'off'))}
      </div>
      <p role="status" class=${this.#notice ? 'notice success' : 'visually-hidden'}>${this.#notice}</p>
      ${lazyView(this.#factor, this.#i18n, (panel) => (panel.open ? panel.render() : nothing))}
      ${this.#factor.value?.open ? nothing : this.#state(secondFactor)}
    </section>`;
  }

  /** Says whether the second factor is on, and offers the ways to change that. */
  #state({ enabled, required, since, recoveryCodesLeft: left }: AccountState['secondFactor']): TemplateResult {
    const { t, instant, number } = this.#i18n;
    const button = (task: SecondFactorTask, label: string, kind = '') =>
      html`<button type="button" class=${kind} @click=${() => this.#begin(task)}>${label}</button>`;
    if (!enabled)
      return html`<p>${t('offText')}</p>
        ${required ? html`<p class="notice warning">${t('requiredOff')}</p>` : nothing}
        <div>${button('set-up', t('setUp'), 'primary')}</div>`;
    return html`<p>${t('onText')} ${required ? t('required') : nothing}</p>
      ${left <= few ? html`<p class="notice warning">${t('fewCodes', left)}</p>` : nothing}
      ${facts([
        [t('since'), since ? instant(since) : undefined],
        [t('codesLeft'), number(left)],
      ])}
      <div class="actions">
        ${button('new-codes', t('newCodes'))} ${required ? nothing : button('switch-off', t('switchOff'), 'destructive')}
      </div>`;
  }

  #begin(task: SecondFactorTask): void {
    this.#notice = '';
    this.#factor.use((panel) => panel.begin(task));
  }

  #newPanel({ SecondFactorPanel }: typeof secondFactorPanel): SecondFactorPanel {
    return new SecondFactorPanel(this, (achieved) => this.#achieved(achieved));
  }

  #achieved(task: SecondFactorTask | undefined): void {
    if (task) {
      this.#notice = this.#i18n.t(`${task}Done`);
      this.content.reload();
    }
    this.requestUpdate();
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#second-factor')?.focus());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-account-security': PortalAccountSecurity;
  }
}
