/**
 * A stand-in for a payment provider's own fields. It takes no card data; it only lets a tester choose what happens.
 *
 * What the portal expects of an element in `slot="payment"` is a method: `createPaymentToken` to pay, and
 * `createPaymentMethodToken` to keep something for later. Each resolves to a token of the provider, or rejects with an error
 * whose message is shown. A real adapter mounts the provider's fields and asks for its token in the same place.
 */
const payments = [
  ['test-ok', 'The payment succeeds', 'The provider accepts it at once.'],
  ['test-declined', 'The card is declined', 'The provider says no; nothing is charged.'],
  ['test-slow', 'The payment takes a while', 'The provider accepts it, but later.'],
];

/** With the attribute `for-later`: what is kept. */
const methods = [
  ['test-card', 'A card', 'The provider keeps a test card, Visa •••• 4242.'],
  ['test-agreement', 'A billing agreement', 'The provider keeps an account at PayPal.'],
  ['test-declined', 'The card is declined', 'The provider says no; nothing is kept.'],
];

const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  :host { display: block; }
  :host([hidden]) { display: none; }
  fieldset {
    min-width: 0; margin: 0; padding: 0.9em 1em 1em;
    border: 1px dashed var(--portal-line, color-mix(in srgb, currentColor 40%, transparent));
    border-radius: var(--portal-radius, 4px);
  }
  legend { padding: 0 0.4em; font-weight: 600; }
  p { margin: 0 0 0.6em; }
  p, small { color: var(--portal-muted, inherit); font-size: 0.9em; }
  label { display: flex; gap: 0.7em; align-items: baseline; padding: 0.4em 0; cursor: pointer; }
  small { display: block; }
  input {
    flex: none; width: 1.15em; height: 1.15em; margin: 0; translate: 0 0.18em;
    accent-color: var(--portal-accent, auto);
  }
  input:focus-visible { outline: 3px solid var(--portal-focus, currentColor); outline-offset: 2px; }
`);

const create = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};

class TestPaymentFields extends HTMLElement {
  #inputs = [];

  connectedCallback() {
    if (this.shadowRoot) return;
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true });
    root.adoptedStyleSheets = [sheet];
    const later = this.hasAttribute('for-later');
    const outcomes = later ? methods : payments;
    this.#inputs = outcomes.map(([value], index) => create('input', { type: 'radio', name: 'outcome', value, checked: index === 0 }));
    root.append(
      create(
        'fieldset',
        {},
        create('legend', {}, later ? 'Test payment method' : 'Test payment'),
        create('p', {}, later ? 'No real card is asked for. Choose what is added:' : 'No money moves. Choose how this payment ends:'),
        ...outcomes.map(([, label, note], index) =>
          create('label', {}, this.#inputs[index], create('span', {}, label, create('small', {}, note))),
        ),
      ),
    );
  }

  /**
   * @param {{ amount: string, currency: string, invoiceNumbers: string[], signal?: AbortSignal }} payment
   * @returns {Promise<string>} The token that stands for the chosen outcome.
   */
  async createPaymentToken({ signal }) {
    return this.#chosen(signal);
  }

  /**
   * @param {{ signal?: AbortSignal }} order
   * @returns {Promise<string>} The token that stands for what is kept.
   */
  async createPaymentMethodToken({ signal }) {
    return this.#chosen(signal);
  }

  #chosen(signal) {
    signal?.throwIfAborted();
    return this.#inputs.find((input) => input.checked).value;
  }
}

if (!customElements.get('test-payment-fields')) customElements.define('test-payment-fields', TestPaymentFields);
