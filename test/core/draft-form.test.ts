import { expect } from '@open-wc/testing';
import { html, nothing } from 'lit';
import { http as msw } from 'msw';
import { define } from '../../src/core/define.js';
import { DraftForm } from '../../src/core/draft-form.js';
import { LocalizeController } from '../../src/core/localize-controller.js';
import { PortalElement } from '../../src/core/portal-element.js';
import { shared } from '../../src/i18n/texts/shared.js';
import { checkField, formStatus, staleNotice, textField } from '../../src/ui/form-view.js';
import { problem } from '../mocks/http.js';
import type { Scene } from '../scenes/scene.js';
import { mountReady, text, until } from '../support/mount.js';
import type { Page } from '../support/page.js';

/** Two amounts that are sent as a list, and a box: the smallest form whose fields are called otherwise in the request. */
class TestDraft extends PortalElement {
  static override requires = 'billing.invoices' as const;
  readonly #i18n = new LocalizeController(this, shared);
  readonly #form = new DraftForm<{ first: string; second: string; agreed: boolean }>(this, this.#i18n, {
    changes: [],
    from: () => ({ first: '1', second: '2', agreed: false }),
    pointers: (name) => (name === 'agreed' ? undefined : `/amounts/${name === 'first' ? 0 : 1}`),
    validate: ({ first, second, agreed }) => ({
      agreed: !agreed && 'Please agree.',
      form: Number(first) + Number(second) > 10 && 'Ten in all, please.',
    }),
    send: (api) => api.POST('/payments', { params: { header: { 'Idempotency-Key': 'key-of-this-test' } }, body: {} as never }),
    onDone: () => undefined,
  });

  protected override view(): unknown {
    const form = this.#form;
    return html`<form novalidate @submit=${form.submit}>
      ${textField({ ...form.field('first'), label: 'First' })} ${textField({ ...form.field('second'), label: 'Second' })}
      ${checkField({ ...form.check('agreed'), label: 'Agreed' })}
      <p class="whole">${form.errorOf('form')}</p>
      ${formStatus(form, this.#i18n)}
    </form>`;
  }
}
define('test-draft', TestDraft);

describe('DraftForm', () => {
  const errors = [
    { pointer: '/amounts/1/value', detail: 'Too much.' },
    { pointer: '/amounts/11', detail: 'Not among them.' },
  ];
  const refuses = msw.post('*/payments', () => problem(422, 'Invalid', { errors }));
  const open = () => mountReady<TestDraft>({ markup: html`<test-draft></test-draft>`, handlers: [refuses] });
  const submit = ({ root }: Page) => root.querySelector('form')!.requestSubmit();

  it('puts an error beneath the pointer of a field at that field, and others above the button', async () => {
    const page = await open();
    await page.tick('agreed');
    submit(page);
    await until(() => page.part('error'));
    expect(page.fault('second')).to.equal('Too much.');
    expect(page.texts('[part="error"] li')).to.deep.equal(['Not among them.']);
    await until(() => page.focused?.id === 'second');
  });

  it('sends nothing while a box is missing or the whole is wrong, and says so at the box and of the form', async () => {
    const page = await open();
    await page.fill('first', '9');
    submit(page);
    await until(() => text(page.root.querySelector('.whole')) === 'Ten in all, please.');
    expect(page.fault('agreed')).to.equal('Please agree.');
    await until(() => page.focused?.getAttribute('name') === 'agreed');
    await page.tick('agreed');
    submit(page);
    await until(() => !page.fault('agreed'));
    expect(page.sent('POST').length).to.equal(0);
    await page.fill('first', '8');
    submit(page);
    await until(() => page.sent('POST').length > 0);
  });
});

interface Shelf {
  id: string;
  etag: string;
  labelled: boolean;
  label: string;
  until: string;
}

const aShelf = (part: Partial<Shelf> = {}): Shelf => ({
  id: 'one',
  etag: '"1"',
  labelled: true,
  label: 'Books',
  until: '2026-12-01',
  ...part,
});

/** A record with a field that is there only while a box is ticked, edited in place. */
class TestRecord extends PortalElement {
  static override requires = 'billing.invoices' as const;
  readonly #i18n = new LocalizeController(this, shared);
  readonly form = new DraftForm<{ labelled: boolean; label: string; until: string }, Shelf, Shelf>(this, this.#i18n, {
    changes: [],
    from: (base) => ({ labelled: base?.labelled ?? false, label: base?.label ?? '', until: base?.until ?? '' }),
    send: (api, { changed, base }) => {
      const params = { path: { serviceId: base.id }, header: { 'If-Match': base.etag } };
      return api.PATCH('/services/{serviceId}', { params, body: changed as never }) as never;
    },
    reread: (api, { id }) => api.GET('/services/{serviceId}', { params: { path: { serviceId: id } } }) as never,
    onDone: () => undefined,
  });

  protected override view(): unknown {
    const { form } = this;
    if (!form.base) return html`<p>Closed</p>`;
    return html`<form novalidate @submit=${form.submit}>
      ${staleNotice(form, this.#i18n)} ${checkField({ ...form.check('labelled'), label: 'Labelled' })}
      ${form.draft.labelled ? textField({ ...form.field('label'), label: 'Label' }) : nothing}
      ${textField({ ...form.field('until'), label: 'Until', type: 'date' })} ${formStatus(form, this.#i18n)}
    </form>`;
  }
}
define('test-record', TestRecord);

describe('DraftForm of a record', () => {
  const open = async (handlers: Scene['handlers']) => {
    const { element, requests } = await mountReady<TestRecord>({ markup: html`<test-record></test-record>`, handlers });
    element.form.begin(aShelf());
    await element.updateComplete;
    const root = element.shadowRoot!;
    const field = (name: string) => root.querySelector<HTMLInputElement>(`[name="${name}"]`);
    const enter = async (name: string, value: string) => {
      field(name)!.value = value;
      field(name)!.dispatchEvent(new Event('input'));
      await element.updateComplete;
    };
    return { element, root, requests, field, enter, submit: () => root.querySelector('form')!.requestSubmit() };
  };
  const changedTo = (present: Shelf) => [
    msw.patch('*/services/one', ({ request }) =>
      request.headers.get('If-Match') === present.etag ? Response.json(present) : problem(412, 'Changed'),
    ),
    msw.get('*/services/one', () => Response.json(present)),
  ];

  it('shows what was typed into a field that somebody else has removed meanwhile, and can be saved', async () => {
    const { root, requests, field, enter, submit } = await open(changedTo(aShelf({ etag: '"2"', labelled: false, label: '' })));
    await enter('label', 'Maps');
    await enter('until', '2026-12-24');
    submit();
    await until(() => text(root.querySelector('[part="displaced"]')).includes('“Maps”'));
    expect(field('label') === null).to.equal(true);
    submit();
    await until(() => requests.filter(({ method }) => method === 'PATCH').length === 2);
    expect(await requests.at(-1)!.clone().json()).to.deep.equal({ until: '2026-12-24' });
  });

  it('says the day of a clash as people do', async () => {
    const { root, enter, submit } = await open(changedTo(aShelf({ etag: '"2"', until: '2026-12-31' })));
    await enter('until', '2026-12-24');
    submit();
    await until(() => text(root.querySelector('[part="clash"]')).includes('Changed meanwhile to “Dec 31, 2026”.'));
  });

  it('lets nobody type into what is being sent', async () => {
    let answer!: (response: Response) => void;
    const sent = new Promise<Response>((resolve) => (answer = resolve));
    const { root, field, enter, submit } = await open([msw.patch('*/services/one', () => sent)]);
    await enter('label', 'Maps');
    submit();
    await until(() => field('label')!.readOnly);
    answer(problem(400, 'No'));
    await until(() => root.querySelector('[part="error"]') && !field('label')!.readOnly);
    expect(field('label')!.value).to.equal('Maps');
  });

  it('still has what was typed when the same record is opened again, with what has changed since', async () => {
    const { element, field, enter } = await open([]);
    await enter('label', 'Maps');
    element.form.resume(aShelf({ etag: '"2"', until: '2026-12-31' }));
    await element.updateComplete;
    expect([field('label')!.value, field('until')!.value]).to.deep.equal(['Maps', '2026-12-31']);
    element.form.resume(aShelf({ id: 'two' }));
    await element.updateComplete;
    expect(field('label')!.value).to.equal('Books');
  });
});
