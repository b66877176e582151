import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { http as msw } from 'msw';
import { define } from '../../src/core/define.js';
import { DraftForm } from '../../src/core/draft-form.js';
import { LocalizeController } from '../../src/core/localize-controller.js';
import { PortalElement } from '../../src/core/portal-element.js';
import { shared } from '../../src/i18n/texts/shared.js';
import { checkField, formStatus, textField } from '../../src/ui/form-view.js';
import { problem } from '../mocks/http.js';
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
