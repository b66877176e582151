import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import type { LitElement } from 'lit';
import { problem } from '../mocks/http.js';
import type { Scene } from '../scenes/scene.js';
import { mountReady, until, type MountedPage } from './mount.js';
import { leaves } from './page.js';

/** A field of the form: the name of its control, what is entered, and what the request then holds for it. */
interface FieldOf {
  name: string;
  value: string | boolean;
  sent: Record<string, unknown>;
}

export interface ThreeWayOptions<E extends LitElement, Row extends { etag: string }> {
  /** The element with its form closed. */
  scene: Scene;
  /** The record as the form first sees it. */
  record: Row;
  /** The path under which it is read and changed, below `/api/v1`. */
  path: string;
  /** Where it is changed, if that is elsewhere. */
  savedAt?: string;
  method?: 'PATCH' | 'PUT';
  /** Opens the form. */
  open: (page: MountedPage<E>) => Promise<unknown>;
  /** A field that is edited here. */
  mine: FieldOf;
  /** What a colleague puts into that same field, and how it then stands there. */
  clash: { change: Partial<Row>; value: string | boolean };
  /** Another field that the colleague changes, and how it then stands in the form. */
  theirs: { change: Partial<Row>; name: string; value: string | boolean };
  /** The name of the button that saves. */
  save: string;
}

const isOn = (field: HTMLInputElement) => field.type === 'checkbox' || field.type === 'radio';

/**
 * What every form that edits a record promises when somebody else was faster: what was typed stays, what they have changed
 * comes in and is not written back, and where both have changed a field the person chooses.
 */
export function mergesThreeWays<E extends LitElement, Row extends { etag: string }>(what: string, options: ThreeWayOptions<E, Row>): void {
  const { scene, record, path, savedAt = path, method = 'PATCH', mine, theirs } = options;

  /** The form, opened and typed into, while a colleague's `change` is saved before it. */
  async function race(change: Partial<Row>) {
    let present = record;
    const bodies: Record<string, unknown>[] = [];
    const versions: (string | null)[] = [];
    const at = (each: string) => `*/api/v1${each}`;
    const answer = () => Response.json(present, { headers: { ETag: present.etag } });
    const save = async ({ request }: { request: Request }) => {
      versions.push(request.headers.get('If-Match'));
      if (versions.length === 1) {
        present = { ...record, ...change, etag: '"theirs"' };
        return problem(412, 'Changed meanwhile');
      }
      bodies.push((await request.clone().json()) as Record<string, unknown>);
      return answer();
    };
    const handlers = [msw.get(at(path), answer), msw[method === 'PUT' ? 'put' : 'patch'](at(savedAt), save), ...scene.handlers];
    const page = await mountReady<E>({ ...scene, handlers });
    const { root } = page;
    const field = (name: string) => root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
    await options.open(page);
    await until(() => field(mine.name));
    enter(field(mine.name), mine.value);
    await page.element.updateComplete;
    await page.press(options.save);
    await until(() => root.querySelector('[part~="stale"]'));
    return { page, field, bodies, versions, handlers };
  }

  function enter(field: HTMLInputElement, value: string | boolean): void {
    if (isOn(field)) field.checked = value as boolean;
    else field.value = value as string;
    field.dispatchEvent(new Event(isOn(field) || field.localName === 'select' ? 'change' : 'input', { bubbles: true }));
  }

  const shown = (field: HTMLInputElement) => (isOn(field) ? field.checked : field.value);

  describe(`${what}, when a colleague has saved it meanwhile`, () => {
    it('keeps what was typed, shows what they have changed, and does not write that back', async () => {
      const { page, field, bodies, versions } = await race(theirs.change);
      expect(shown(field(mine.name))).to.equal(mine.value);
      expect(shown(field(theirs.name))).to.equal(theirs.value);
      await until(() => page.focused?.matches('[part~="stale"]'));
      await page.press(options.save);
      await until(() => bodies.length === 1);
      expect(bodies[0]).to.deep.equal(mine.sent);
      expect(versions).to.deep.equal([record.etag, '"theirs"']);
    });

    it('lets the person choose where both have changed the same field: theirs', async () => {
      const { page, field, bodies } = await race({ ...theirs.change, ...options.clash.change });
      await page.press(options.save);
      await until(() => page.focused?.closest('[part~="clash"]'));
      expect(bodies.length).to.equal(0);
      await page.press('Use their change');
      await until(() => !page.root.querySelector('[part~="clash"]'));
      expect(shown(field(mine.name))).to.equal(options.clash.value);
    });

    it('says so when it cannot be read again, and tries once more with the next press', async () => {
      const { page, bodies, handlers } = await race(theirs.change);
      const refuses = msw[method === 'PUT' ? 'put' : 'patch'](`*/api/v1${savedAt}`, () => problem(412, 'Changed once more'));
      page.answerWith([msw.get(`*/api/v1${path}`, () => problem(400, 'Down')), refuses, ...scene.handlers]);
      await page.press(options.save);
      await until(() => page.root.querySelector('[part~="error"]') && !page.root.querySelector('[part~="stale"]'));
      page.answerWith(handlers);
      await page.press(options.save);
      await until(() => bodies.length === 1 || page.root.querySelector('[part~="stale"]'));
    });

    it('asks before the page is left while something is not saved', async () => {
      const { page, bodies } = await race(theirs.change);
      expect(leaves()).to.equal(false);
      await page.press(options.save);
      await until(() => bodies.length === 1);
      await until(leaves);
    });

    it('lets the person choose where both have changed the same field: mine', async () => {
      const { page, field, bodies } = await race({ ...theirs.change, ...options.clash.change });
      await page.press('Keep mine');
      await until(() => !page.root.querySelector('[part~="clash"]'));
      expect(shown(field(mine.name))).to.equal(mine.value);
      await page.press(options.save);
      await until(() => bodies.length === 1);
      expect(bodies[0]).to.deep.equal(mine.sent);
    });
  });
}
