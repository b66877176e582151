import { fixture, html } from '@open-wc/testing';
import { getResponse } from 'msw';
import type { LitElement } from 'lit';
import type { PortalContext } from '../../src/context/contexts.js';
import { providePortal, type Provision } from '../../src/context/provide.js';
import { aSession, personas } from '../mocks/session.js';
import type { Scene } from '../scenes/scene.js';
import { Page, text } from './page.js';
import { until } from './until.js';

export { text, until };

export interface Mounted<E extends LitElement> {
  element: E;
  /** Every request the element has made, in order. */
  requests: Request[];
  /** The page around the element; replace what it supplies with `provision.update`. */
  host: HTMLElement;
  provision?: Provision;
  /** Replaces the handlers from now on. */
  answerWith(handlers: Scene['handlers']): void;
}

/** What becomes of the JSON of an answer on its way. */
export type Alter = (request: Request, body: unknown) => unknown;

/** An element as a person meets it, and what is around it. */
export type MountedPage<E extends LitElement> = Page<E> & Mounted<E>;

/** Puts a scene on the page over a real client whose network is the scene's handlers; a request without a handler fails the test. */
export async function mount<E extends LitElement>(scene: Scene, alter?: Alter): Promise<MountedPage<E>> {
  const requests: Request[] = [];
  let { handlers } = scene;
  const fetch = async (request: Request): Promise<Response> => {
    requests.push(request.clone());
    const response = await Promise.race([getResponse(handlers, request), aborted(request.signal)]);
    if (!response) throw new Error(`No handler for ${request.method} ${request.url}`);
    if (!alter || !response.ok || !response.headers.get('Content-Type')?.includes('json')) return response;
    const { status, headers } = response;
    headers.delete('Content-Length');
    return Response.json(alter(request, await response.json()), { status, headers });
  };
  const permissions = scene.permissions === undefined ? personas.owner : scene.permissions;
  const context: PortalContext = {
    client: { baseUrl: `${location.origin}/api/v1`, fetch },
    permissions,
    locale: { language: 'en', timeZone: 'Europe/Berlin', ...scene.locale },
    session: scene.session === undefined ? permissions && aSession({ permissions }) : scene.session,
  };
  const host = await fixture<HTMLElement>(html`<main></main>`);
  if (scene.rightToLeft) host.dir = 'rtl';
  if (scene.width) host.style.inlineSize = `${scene.width}px`;
  if (scene.dark) Object.assign(host.style, { colorScheme: 'dark', background: 'Canvas', color: 'CanvasText' });
  const provision = scene.noProvider ? undefined : providePortal(host, context);
  const inner = await fixture<E>(scene.markup, { parentNode: host });
  const answerWith = (next: Scene['handlers']) => void (handlers = next);
  return Object.assign(new Page(inner, requests), { host, provision, answerWith });
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
}

/** Mounts and waits until the scene has come to rest in its phase, toolbar and texts included. */
export async function mountReady<E extends LitElement>(scene: Scene): Promise<MountedPage<E>> {
  const mounted = await mount<E>(scene);
  await settled(mounted.element, scene.phase ?? 'ready');
  return mounted;
}

export async function settled(element: LitElement, phase = 'ready'): Promise<void> {
  await until(() => element.getAttribute('phase') === phase);
  const list = () => element.shadowRoot?.querySelector('[part="list"]');
  await until(
    () =>
      !list() ||
      ((phase === 'loading' || list()!.getAttribute('aria-busy') === 'false') &&
        element.shadowRoot!.querySelector('[part="toolbar"] form')),
  );
  await element.updateComplete;
}

/** The panel of a list's filters, opened. */
export async function openFilters(element: LitElement): Promise<HTMLElement> {
  const root = element.shadowRoot!;
  await until(() => root.querySelector('[aria-controls="filters"]'));
  root.querySelector<HTMLElement>('[aria-expanded="false"][aria-controls="filters"]')?.click();
  await element.updateComplete;
  return root.querySelector<HTMLElement>('#filters')!;
}

/** All the markup of an element and of what is inside it, as text to search in, so that no attribute is overlooked. Read, never written. */
export const markup = (element: Element): string => element.outerHTML + (element.shadowRoot?.innerHTML ?? '');
