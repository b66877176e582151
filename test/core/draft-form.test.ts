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
  const open = async () => {
    const { element, requests } = await mountReady<TestDraft>({ markup: html`<test-draft></test-draft>`, handlers: [refuses] });
    const root = element.shadowRoot!;
    const enter = (name: string, value: string) => {
      const field = root.querySelector<HTMLInputElement>(`[name="${name}"]`)!;
      field.value = value;
      field.dispatchEvent(new Event('input'));
    };
    return { root, requests, enter, submit: () => root.querySelector('form')!.requestSubmit() };
  };

  it('puts an error beneath the pointer of a field at that field, and others above the button', async () => {
    const { root, submit } = await open();
    root.querySelector<HTMLElement>('[name="agreed"]')!.click();
    submit();
    await until(() => root.querySelector('[part="error"]'));
    expect(text(root.querySelector('#second-error'))).to.equal('Too much.');
    expect([...root.querySelectorAll('[part="error"] li')].map(text)).to.deep.equal(['Not among them.']);
    await until(() => root.activeElement?.id === 'second');
  });

  it('sends nothing while a box is missing or the whole is wrong, and says so at the box and of the form', async () => {
    const { root, requests, enter, submit } = await open();
    enter('first', '9');
    submit();
    await until(() => text(root.querySelector('.whole')) === 'Ten in all, please.');
    expect(text(root.querySelector('#agreed-error'))).to.equal('Please agree.');
    await until(() => root.activeElement?.getAttribute('name') === 'agreed');
    root.querySelector<HTMLElement>('[name="agreed"]')!.click();
    submit();
    await until(() => !root.querySelector('#agreed-error'));
    expect(requests.filter(({ method }) => method === 'POST').length).to.equal(0);
    enter('first', '8');
    submit();
    await until(() => requests.some(({ method }) => method === 'POST'));
  });
});
