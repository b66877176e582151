import { expect } from '@open-wc/testing';
import type { LitElement } from 'lit';
import type { Scene } from '../scenes/scene.js';
import { addressOf } from './modules.js';
import { mount, settled, text, until, type Mounted } from './mount.js';

/** While a module, such as `src/services/edit-panel.ts`, is named here, the tests' server does not hand it out (`web-test-runner.config.mjs`). */
export async function breakImports(modules: readonly string[]): Promise<void> {
  const addresses = await Promise.all(modules.map(addressOf));
  await fetch(`/broken-imports?paths=${encodeURIComponent(addresses.join(' '))}`, { method: 'POST' });
  await Promise.all(addresses.map(forget));
}

/** What an earlier test file has loaded is in the browser's cache, which may take a moment to let go of it. */
async function forget(address: string): Promise<void> {
  do await fetch(address, { cache: 'reload' });
  while ((await fetch(address)).ok);
}

/** A module that an element loads later, such as `src/services/edit-panel.ts`, and what a person does so that it is needed. */
export interface LaterPart {
  module: string;
  /** What makes it needed; nothing where it comes by itself. */
  need?: (root: ShadowRoot, element: LitElement, mounted: Mounted<LitElement>) => unknown;
  /** What is there, or is true, once it has been loaded. */
  here: (root: ShadowRoot, element: LitElement) => unknown;
  /** The selector of what the sentence stands in, such as the dialog. */
  within?: string;
  /** What a person does before the next part: closes the dialog. */
  leave?: (root: ShadowRoot, element: LitElement) => unknown;
}

/** Another element, which opens in a dialog when a person does what `need` does. */
export const elementInDialog = (tag: string, need: LaterPart['need']): LaterPart => ({
  module: `src/define/${tag}.ts`,
  need,
  here: (root) => root.querySelector(`dialog ${tag}:defined`),
  within: 'dialog',
  leave: (root) => root.querySelector<HTMLElement>('dialog .close')!.click(),
});

/** Firefox remembers a failed import as long as the page lives. */
export const remembersFailures = navigator.userAgent.includes('Firefox/');

const failures = (root: ShadowRoot, within = ''): HTMLElement[] =>
  [...root.querySelectorAll<HTMLElement>(`${within} [role="alert"]`)].filter((each) =>
    text(each).includes('This part of the page could not be loaded.'),
  );

/**
 * A chunk that cannot be loaded is a sentence with “Try again” where it would have appeared. Stands first in its file: what
 * has been loaded once cannot be broken any more.
 */
export function saysWhatCouldNotBeLoaded(tag: string, scene: Scene, parts: readonly LaterPart[]): void {
  // The tests that follow could not do without it.
  if (remembersFailures) return;
  describe(`<${tag}> offline, or after a deploy`, () => {
    afterEach(() => breakImports([]));

    it('says where a part could not be loaded, and loads it with “Try again”', async () => {
      const broken = new Set(parts.map(({ module }) => module));
      await breakImports([...broken]);
      const mounted = await mount<LitElement>(scene);
      const { element } = mounted;
      const root = () => element.shadowRoot!;
      for (const { module, need, here, within, leave } of parts) {
        if (need) await settled(element);
        expect(Boolean(here(root(), element)), `${module} is not there before it is needed`).to.equal(false);
        await need?.(root(), element, mounted);
        await until(() => failures(root(), within).length > 0);
        expect(Boolean(here(root(), element)), `${module} is not shown while it is broken`).to.equal(false);
        broken.delete(module);
        await breakImports([...broken]);
        for (const each of failures(root())) each.querySelector('button')!.click();
        await until(() => here(root(), element) && !(within && failures(root(), within).length > 0));
        await leave?.(root(), element);
      }
    });
  });
}
