import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { aSession, personas } from '../mocks/session.js';
import type { Scene } from '../scenes/scene.js';
import { mountReady, settled, until } from './mount.js';

/** An element that shows another one, in a dialog or in place. */
export interface Shown {
  scene: Scene;
  /** What a person does to see it. */
  open?: (root: ShadowRoot) => unknown;
  /** The tag of the element that is shown. */
  tag: string;
  /** The element is for anyone signed in, whatever they may. */
  session?: boolean;
  /** Something typed into a field of it, once that has been opened; a password is forgotten. Left out where it has no field. */
  type?: { selector: string; text: string; open?: (root: ShadowRoot) => unknown };
}

/** The session lapses and is renewed: the element that was shown is still the same, with all that was typed in it. */
export function keepsWhatItShows(tag: string, { scene, open, tag: shown, session = false, type }: Shown): void {
  // In a suite of its own: what stands outside of all runs before what the file begins with.
  describe(`<${tag}> when the session has lapsed and come back`, () => {
    it(`still shows the same <${shown}>, with what was typed in it`, async () => {
      const { element, provision } = await mountReady<LitElement>(scene);
      const root = element.shadowRoot!;
      await open?.(root);
      const inner = () => root.querySelector<LitElement>(shown);
      /** A search that was typed may find nothing. */
      const isShown = () => ['ready', 'empty', 'no-match'].includes(inner()?.getAttribute('phase') ?? '');
      await until(isShown);
      const before = inner()!;
      const field = () => before.shadowRoot!.querySelector<HTMLInputElement>(type!.selector);
      if (type) {
        await type.open?.(before.shadowRoot!);
        await until(field);
        field()!.value = type.text;
        for (const event of ['input', 'change']) field()!.dispatchEvent(new Event(event, { bubbles: true }));
      } else expect(before.shadowRoot!.querySelector('input, select, textarea'), 'a field in which nothing is typed').to.equal(null);
      provision!.update(session ? { permissions: null, session: null } : { permissions: personas['no-permissions'] });
      await settled(element, 'denied');
      provision!.update({ permissions: personas.owner, ...(session && { session: scene.session ?? aSession() }) });
      await until(isShown);
      expect(inner() === before).to.equal(true);
      if (!type) return;
      await until(field);
      expect(field()!.value).to.equal(field()!.type === 'password' ? '' : type.text);
    });
  });
}
