import type { CSSResult, ReactiveController } from 'lit';
import type { Catalogue, Text } from '../i18n/catalogue.js';
import { adoptStyles } from './adopt-styles.js';
import { LocalizeController } from './localize-controller.js';
import type { PortalElement } from './portal-element.js';
import { warnBeforeUnload } from './forms/unsaved.js';

/**
 * A part of an element that keeps state and renders: a form, the body of a dialog, the tools of a list. It belongs to one
 * element, is made when it is first needed, mostly through `Lazy`, and lives as long as the element.
 */
export abstract class Panel<
  Host extends PortalElement = PortalElement,
  Texts extends Record<string, Text> = Record<string, Text>,
> implements ReactiveController {
  /** Styles of what the panel renders; the element gets them with its first panel of this class. */
  static readonly styles: readonly CSSResult[] = [];

  protected readonly i18n: LocalizeController<Texts>;

  constructor(
    protected readonly host: Host,
    catalogue: Catalogue<Texts>,
  ) {
    this.i18n = new LocalizeController(host, catalogue);
    host.addController(this);
    adoptStyles(host, ...(this.constructor as typeof Panel).styles);
  }

  /** Tells whether something typed here has not been saved; the browser then asks before the page is left. */
  get dirty(): boolean {
    return false;
  }

  hostUpdated(): void {
    warnBeforeUnload(this, this.host.isConnected && this.dirty);
  }

  hostDisconnected(): void {
    warnBeforeUnload(this, false);
  }

  /** Renders the element, and with it this panel, again. */
  protected update(): void {
    this.host.requestUpdate();
  }

  /** Moves the focus into what is rendered next. */
  protected focus(selector: string): void {
    void this.host.updateComplete.then(() => this.host.renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }
}
