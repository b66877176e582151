import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { elements } from '../../src/elements.js';
import { resources, type PermissionSet } from '../../src/context/permissions.js';
import { personas } from '../mocks/session.js';
import type { Scene, Scenes } from '../scenes/scene.js';
import { mount, until } from '../support/mount.js';

const required = new Set<string | undefined>(Object.values(elements).map(({ permission }) => permission));
const denied = resources.filter((resource) => required.has(resource));

/** Menus in which every line leads to an element; who has `support.others-tickets` sees more in those of tickets. */
const whole = /^(profile|billing|reports|preferences)\.|^support\.ticket(s|-search)$/;

/** Every element that requires one of these, as its first scene shows it. */
const ofTheseEntries = await Promise.all(
  Object.entries(elements)
    .filter(([, { permission }]) => denied.some((resource) => resource === permission))
    .map(async ([tag, { permission }]) => {
      await import(`../../src/define/${tag}.ts`);
      const module = (await import(`../scenes/${tag.replace('portal-', '')}.ts`)) as Record<string, Scenes>;
      const scene: Scene = Object.values(module)[0]!.default;
      return { tag, requires: permission, scene };
    }),
);

/** All of them on one page; each with its own network, which tells who asked for what. */
const page = (permissions: PermissionSet) =>
  Promise.all(
    ofTheseEntries.map(async ({ tag, requires, scene }) => {
      const { element, requests } = await mount<LitElement>({ ...scene, permissions });
      // What needs other permissions as well may rest in another phase than with all of them.
      await until(() => !['pending', 'loading', null].includes(element.getAttribute('phase')));
      return { tag, requires, element, requests };
    }),
  );

describe('Each line of the menus', () => {
  it('leads to an element', () => {
    expect(resources.filter((resource) => whole.test(resource) && !required.has(resource))).to.deep.equal([]);
  });

  for (const permission of denied) {
    it(`${permission} denied: exactly its elements are gone, and ask for nothing`, async () => {
      const own = ofTheseEntries.filter(({ requires }) => requires === permission).map(({ tag }) => tag);
      const shown = await page({ ...personas.owner, deny: { [permission]: ['view'] } });
      const gone = shown.filter(({ element }) => element.offsetHeight === 0);
      expect(gone.map(({ tag }) => tag)).to.deep.equal(own);
      for (const { tag, element, requests } of gone) {
        expect(element.shadowRoot!.childElementCount, tag).to.equal(0);
        expect(
          requests.map(({ url }) => url),
          tag,
        ).to.deep.equal([]);
      }
    });
  }
});
