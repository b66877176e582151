import { html, type CSSResultGroup, type TemplateResult } from 'lit';
import { Lazy } from '../core/lazy.js';
import { LoadController } from '../core/loading/load-controller.js';
import { LocalizeController } from '../core/localize-controller.js';
import { PortalElement } from '../core/portal-element.js';
import { detailView } from '../ui/detail-view.js';
import { lazyView } from '../ui/lazy-view.js';
import { detailStyles } from '../ui/styles/detail.js';
import { printStyles } from '../ui/styles/print.js';
import { sharedStyles } from '../ui/styles/shared.js';
import { toolStyles } from '../ui/styles/tools.js';
import type * as preferencesPanel from './preferences-panel.js';
import type { PreferencesPanel } from './preferences-panel.js';
import type { SupportPreferences } from './support-preferences.js';
import { supportPreferences } from './texts/support-preferences.js';

/**
 * What the person wants of tickets: which mails, at once or together, in which language and format; who is in copy of new tickets; the
 * signature; the order of conversations. And a PIN to read out on the telephone, which is hidden until it is asked for.
 *
 * @tag portal-support-preferences
 * @summary Support preferences: mails, copies, signature, order of answers, PIN for the telephone.
 * @example
 * <portal-support-preferences></portal-support-preferences>
 * @permission preferences.support
 * @operation getSupportPreferences
 * @operation updateSupportPreferences
 * @operation revealSupportPin
 * @operation renewSupportPin
 * @csspart detail - All of it.
 * @csspart preferences - What is chosen.
 * @csspart facts - What is chosen, for who may only look.
 * @csspart copies - Colleagues in copy.
 * @csspart notice - What has been achieved.
 * @csspart pin - The PIN, and what can be done with it.
 * @csspart secret - The PIN while it is shown.
 * @csspart skeleton - The placeholder while it is loading.
 */
export class PortalSupportPreferences extends PortalElement {
  static override requires = 'preferences.support' as const;
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, detailStyles, printStyles];

  #i18n = new LocalizeController(this, supportPreferences);
  #preferences: Lazy<PreferencesPanel> = new Lazy(this, () => import('./preferences-panel.js').then((each) => this.#newPanel(each)));
  #pin = new Lazy(this, () => import('./pin-panel.js').then((each) => new each.PinPanel(this)));
  protected override readonly content: LoadController<SupportPreferences> = new LoadController<SupportPreferences>(this, {
    path: '/support-preferences',
    fetch: (api, init) => api.GET('/support-preferences', init),
    alongside: this.#preferences,
  });

  protected override view(): TemplateResult {
    return detailView(this.content, this.#i18n, (preferences) => this.#ready(preferences), 10);
  }

  #newPanel({ PreferencesPanel }: typeof preferencesPanel): PreferencesPanel {
    return new PreferencesPanel(this, () => this.content.value);
  }

  #ready(preferences: SupportPreferences): TemplateResult {
    this.#pin.useWhenIdle();
    return html`${this.#preferences.value!.render()} ${lazyView(this.#pin, this.#i18n, (panel) => panel.render(preferences))}`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'portal-support-preferences': PortalSupportPreferences;
  }
}
