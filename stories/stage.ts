import { LitElement, css, html } from 'lit';
import { delay, getResponse } from 'msw';
import type { PortalContext } from '../src/context/contexts.js';
import { providePortal, type Provision } from '../src/context/provide.js';
import { personas, type Persona } from '../test/mocks/session.js';
import { aSession } from '../test/mocks/session.js';
import { problem } from '../test/mocks/http.js';
import type { Scene } from '../test/scenes/scene.js';

export const networks = ['normal', 'slow', 'failing', '401', '403', '500'] as const;
export type Network = (typeof networks)[number];

/** What the toolbar switches; `scene` leaves a choice to the story. */
export interface Switches {
  persona: Persona | 'scene' | 'no-provider';
  language: 'scene' | 'en' | 'de' | 'cs' | 'ar';
  direction: 'scene' | 'ltr' | 'rtl';
  theme: 'scene' | 'light' | 'dark';
  width: 'scene' | '320' | '600' | '1100';
  network: Network;
}

/** The page around a story: a provider whose client is answered by the scene's mock handlers. Every switch acts on what is there. */
export class StoryStage extends LitElement {
  static override properties = { scene: { attribute: false }, switches: { attribute: false } };
  static override styles = css`
    :host {
      display: block;
      padding: 1.25em;
      background: Canvas;
      color: CanvasText;
    }
    div {
      margin-inline: auto;
    }
  `;

  declare scene: Scene;
  declare switches: Switches;
  #provision?: Provision;
  #client?: PortalContext['client'];
  #clientFor = '';

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#provision?.remove();
    this.#provision = undefined;
  }

  protected override updated(): void {
    const { scene, switches } = this;
    const rightToLeft = switches.direction === 'scene' ? !!scene.rightToLeft : switches.direction === 'rtl';
    const dark = switches.theme === 'scene' ? !!scene.dark : switches.theme === 'dark';
    this.dir = rightToLeft ? 'rtl' : 'ltr';
    this.style.colorScheme = dark ? 'dark' : 'light';
    const width = switches.width === 'scene' ? scene.width : Number(switches.width);
    this.renderRoot.querySelector('div')!.style.maxInlineSize = width ? `${width}px` : '';

    if (switches.persona === 'no-provider' || (switches.persona === 'scene' && scene.noProvider)) {
      this.#provision?.remove();
      this.#provision = undefined;
      return;
    }
    const context = this.#context();
    if (this.#provision) this.#provision.update(context);
    else this.#provision = providePortal(this, context);
  }

  #context(): PortalContext {
    const { scene, switches } = this;
    const fromScene = scene.permissions === undefined ? personas.owner : scene.permissions;
    const permissions = switches.persona === 'scene' ? fromScene : personas[switches.persona as Persona];
    const language = switches.language === 'scene' ? (scene.locale?.language ?? 'en') : switches.language;
    if (this.#clientFor !== switches.network || !this.#client) {
      this.#clientFor = switches.network;
      this.#client = { baseUrl: `${location.origin}/api/v1`, fetch: (request) => this.#answer(request, switches.network) };
    }
    return {
      client: this.#client,
      // Granted anew with every switch, so that what a 403 has hidden gets another chance.
      permissions: permissions && { ...permissions },
      session: scene.session === undefined || permissions === null ? permissions && aSession({ permissions }) : scene.session,
      locale: { timeZone: 'Europe/Berlin', ...scene.locale, language },
    };
  }

  async #answer(request: Request, network: Network): Promise<Response> {
    if (network === 'slow') await delay(2000);
    if (network === 'failing') throw new TypeError('The network is down');
    const status = Number(network);
    if (status) return problem(status, `Answered with ${status} by the toolbar`);
    const response = await getResponse(this.scene.handlers, request);
    return response ?? problem(404, `No mock for ${request.method} ${request.url}`);
  }

  protected override render(): unknown {
    return html`<div><slot></slot></div>`;
  }
}

customElements.define('story-stage', StoryStage);
