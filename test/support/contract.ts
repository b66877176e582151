import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Scenes } from '../scenes/scene.js';
import { undocumented } from './documented.js';
import { mount, mountReady, openFilters, settled, until } from './mount.js';
import { faultsOnPaper, isPrinted } from './paper.js';
import { unreadable } from './readable.js';
import { aSession, personas } from '../mocks/session.js';
import { survivesWrongAnswers } from './wrong-answers.js';

interface Options {
  /** The element is for everyone: it never hides. */
  guest?: boolean;
  /** The element is for anyone signed in: it hides when nobody is. */
  session?: boolean;
}

/** An audit reads markup and computed styles, in which browsers agree, and takes its time: one browser audits and measures each scene. */
const audits = navigator.userAgent.includes('Chrome/');

/** Scenes in which there is nothing to read, or what another scene shows as well. */
const measuredElsewhere = new Set(['loading', 'denied', 'refused', 'manyRows', 'narrow', 'rightToLeft', 'dark']);

/** Every text stays whole, in its place, in every width from 240 to 1,280 pixels and every language. */
function staysReadable(scenes: Scenes): void {
  const measured = new Set<string | null>();
  for (const [name, scene] of Object.entries(scenes)) {
    if (measuredElsewhere.has(name) || scene.phase === 'denied' || scene.phase === 'pending') continue;
    it(`can be read in every width and language in the scene "${name}"`, async () => {
      const mounted = await mountReady<LitElement>(scene);
      const { textContent } = mounted.element.shadowRoot!;
      // Scenes that differ in rights or answers may look the same.
      if (measured.has(textContent)) return;
      measured.add(textContent);
      expect(await unreadable(mounted)).to.deep.equal([]);
      if (name !== 'default') return;
      if (mounted.element.shadowRoot!.querySelector('[aria-controls="filters"]')) {
        await openFilters(mounted.element);
        expect(await unreadable(mounted, { in: ['de'] })).to.deep.equal([]);
      }
      expect(await unreadable(mounted, { in: ['de'], spaced: true })).to.deep.equal([]);
    });
  }
}

function canBePrinted(scenes: Scenes): void {
  it('is printed without what is for screens only, dark on white also from a dark page, and can be read on A4', async () => {
    const mounted = await mountReady<LitElement>({ ...scenes.default, dark: true });
    if (isPrinted(mounted.element)) expect(await faultsOnPaper(mounted)).to.deep.equal([]);
  });
}

/** What every element promises, whatever it shows. */
export function keepsThePortalContract(tag: string, scenes: Scenes, { guest = false, session = false }: Options = {}): void {
  const without = session ? { permissions: null, session: null } : { permissions: personas['no-permissions'] };
  const restored = { permissions: personas.owner, ...(session && { session: aSession() }) };
  describe(`<${tag}> keeps the portal contract`, () => {
    for (const [name, scene] of audits ? Object.entries(scenes) : []) {
      it(`is accessible in the scene "${name}", and has only parts and slots that are documented`, async () => {
        const { element } = await mountReady<LitElement>(scene);
        expect(await undocumented(element)).to.deep.equal([]);
        await expect(element).to.be.accessible();
      });
    }

    if (audits) {
      staysReadable(scenes);
      canBePrinted(scenes);
      survivesWrongAnswers(scenes);
    }
    if (guest) return;

    it('renders and fetches nothing without permission', async () => {
      const { element, requests } = await mount<LitElement>({ ...scenes.default, ...without });
      await settled(element, 'denied');
      expect(element.shadowRoot!.childElementCount).to.equal(0);
      expect(element.offsetHeight).to.equal(0);
      expect(requests.length).to.equal(0);
    });

    it('renders and fetches nothing while no provider has answered, and says so', async () => {
      const { element, requests } = await mount<LitElement>({ ...scenes.default, noProvider: true });
      await settled(element, 'pending');
      expect(element.shadowRoot!.childElementCount).to.equal(0);
      expect(element.matches(':state(pending)')).to.equal(true);
      expect(requests.length).to.equal(0);
    });

    it('hides on revocation, and shows again with newly fetched content', async () => {
      const { element, provision, requests } = await mountReady<LitElement>(scenes.default);
      provision!.update(without);
      await settled(element, 'denied');
      expect(element.shadowRoot!.childElementCount).to.equal(0);
      const before = requests.length;
      provision!.update(restored);
      await settled(element, scenes.default.phase ?? 'ready');
      await until(() => requests.length > before || before === 0);
    });

    it('forgets its rights when it is moved out of its provider', async () => {
      const { element } = await mountReady<LitElement>(scenes.default);
      document.body.append(element);
      await settled(element, 'pending');
      expect(element.shadowRoot!.childElementCount).to.equal(0);
      element.remove();
    });

    it('hides when the server refuses what the permissions allow', async () => {
      if (!('refused' in scenes)) return;
      const { element } = await mount<LitElement>(scenes['refused']);
      await settled(element, 'denied');
      expect(element.shadowRoot!.childElementCount).to.equal(0);
    });
  });
}
