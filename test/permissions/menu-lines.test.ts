import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import { elements } from '../../src/elements.js';
import type { PermissionSet, Resource } from '../../src/index.js';
import { personas } from '../mocks/session.js';
import type { Scene, Scenes } from '../scenes/scene.js';
import { mount, until } from '../support/mount.js';

interface Line {
  name: string;
  permission: Resource;
}

const answer = await fetch(new URL('../../docs/menu-lines.json', import.meta.url));
const lines = ((await answer.json()) as Line[]).filter(({ permission }) => /^(profile|billing)\./.test(permission));

/** Every element of these lines, as its first scene shows it. */
const ofTheseLines = await Promise.all(
  Object.entries(elements)
    .filter(([, { permission }]) => lines.some((line) => line.permission === permission))
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
    ofTheseLines.map(async ({ tag, requires, scene }) => {
      const { element, requests } = await mount<LitElement>({ ...scene, permissions });
      // What needs other rights as well may rest in another phase than with all of them.
      await until(() => !['pending', 'loading', null].includes(element.getAttribute('phase')));
      return { tag, requires, element, requests };
    }),
  );

describe('Each line of the menus Client Profile and Billing & Services', () => {
  for (const { name, permission } of lines) {
    it(`“${name}” denied: exactly its elements are gone, and ask for nothing`, async () => {
      const own = ofTheseLines.filter(({ requires }) => requires === permission).map(({ tag }) => tag);
      expect(own.length, `an element requires ${permission}`).to.be.greaterThan(0);
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
