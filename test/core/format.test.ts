import { expect, fixture, html } from '@open-wc/testing';
import { LocalizeController } from '../../src/core/localize-controller.js';
import { formatDay, formatDuration, formatInstant, formatMoney } from '../../src/i18n/format.js';
import { invoices } from '../../src/invoices/texts/invoices.js';
import { providePortal } from '../../src/context/provide.js';
import { personas } from '../mocks/session.js';
import { settled, text, until } from '../support/mount.js';
import { TestProbe } from '../support/probe.js';

/** Narrow and no-break spaces differ between browsers. */
const plain = (value: string | undefined) => value?.replace(/\s/g, ' ');

describe('Money', () => {
  it('has the decimals of its currency', () => {
    expect(formatMoney('en', { amount: '1250', currency: 'EUR' })).to.equal('€1,250.00');
    expect(formatMoney('en', { amount: '1250', currency: 'JPY' })).to.equal('¥1,250');
    expect(plain(formatMoney('en', { amount: '1.5', currency: 'KWD' }))).to.equal('KWD 1.500');
    expect(plain(formatMoney('de', { amount: '-1250.5', currency: 'EUR' }))).to.equal('-1.250,50 €');
  });

  it('is never rounded, however long it is', () => {
    expect(formatMoney('en', { amount: '0.395000', currency: 'EUR' })).to.equal('€0.395');
    expect(formatMoney('en', { amount: '0.012345', currency: 'EUR' })).to.equal('€0.012345');
    expect(formatMoney('en', { amount: '9007199254740993.01', currency: 'EUR' })).to.equal('€9,007,199,254,740,993.01');
  });

  it('of an unknown currency is shown as it came', () => {
    expect(plain(formatMoney('en', { amount: '5', currency: 'XQX' }))).to.equal('XQX 5.00');
    expect(formatMoney('en', { amount: '5', currency: 'no currency' })).to.equal('5 no currency');
    expect(formatMoney('en', { amount: 5 as unknown as string, currency: 'EUR' })).to.contain('5');
  });

  it('that is none is none', () => {
    for (const amount of ['twelve', '1e400', '', '12,50', undefined, {}] as string[])
      expect(formatMoney('en', { amount, currency: 'EUR' }), amount).to.equal(undefined);
    for (const money of [12, 'EUR', {}, [], { amount: '12.00' }] as never[]) expect(formatMoney('en', money)).to.equal(undefined);
  });
});

describe('Dates', () => {
  it('of an instant are those of the time zone', () => {
    const midnight = '2026-10-31T23:30:00Z';
    expect(plain(formatInstant('en', midnight, 'Europe/Berlin'))).to.equal('Nov 1, 2026, 12:30 AM');
    expect(plain(formatInstant('en', midnight, 'America/New_York'))).to.equal('Oct 31, 2026, 7:30 PM');
  });

  it('of a day are the same everywhere', () => {
    expect(formatDay('en', '2026-03-29')).to.equal('Mar 29, 2026');
    expect(formatDay('de', '2026-03-29')).to.equal('29.03.2026');
  });

  it('that do not exist are none', () => {
    for (const each of ['2024-02-30', '2026-13-01', '', 'soon', '2026', '20261121'])
      expect(formatDay('en', each), each).to.equal(undefined);
    for (const each of [20261121, {}, [], true, '2026-11-21T10:00:00Z', '01.11.2026'] as never[])
      expect(formatDay('en', each), String(each)).to.equal(undefined);
    for (const each of ['', 'soon', '2026-11-21T25:00:00Z', '2026-11-21T10:00:61Z', '01.11.2026', '2026', '5', 5, {}, [2026]] as string[])
      expect(formatInstant('en', each, 'UTC'), each).to.equal(undefined);
    expect(formatInstant('en', '9999-12-31T23:59:59Z', 'UTC')).to.contain('9999');
  });
});

describe('Durations', () => {
  it('are hours, minutes and seconds', () => {
    expect([0, 59, 60, 3725, 360_000].map((each) => formatDuration('en', each))).to.deep.equal([
      '0:00:00',
      '0:00:59',
      '0:01:00',
      '1:02:05',
      '100:00:00',
    ]);
    expect(formatDuration('en', -5)).to.equal('0:00:00');
    for (const each of [NaN, Infinity, '60', {}] as number[]) expect(formatDuration('en', each)).to.equal(undefined);
  });
});

class TestTexts extends TestProbe {
  i18n = new LocalizeController(this, invoices);
  protected override view(): unknown {
    const { t, instant, money, day, number } = this.i18n;
    const gaps = [money(undefined), day(null), number(null), instant(undefined)].join('');
    return html`<p>${t('invoices')} ${instant('2026-10-31T23:30:00Z')} ${gaps}</p>`;
  }
}
customElements.define('test-texts', TestTexts);

describe('Localize', () => {
  const shown = (element: TestTexts) => text(element.shadowRoot!.querySelector('p'));
  async function mount(locale?: object, lang = '') {
    const root = await fixture<HTMLElement>(html`<div lang=${lang}><test-texts></test-texts></div>`);
    const provision = providePortal(root, { permissions: personas.owner, locale });
    const element = root.querySelector<TestTexts>('test-texts')!;
    await settled(element);
    return { root, element, provision };
  }

  it('follows the locale that the page supplies, also when it changes', async () => {
    const { element, provision } = await mount({ language: 'en', timeZone: 'Europe/Berlin' });
    expect(shown(element)).to.contain('Invoices Nov 1, 2026, 12:30');
    provision.update({ locale: { language: 'de', timeZone: 'America/New_York' } });
    await until(() => shown(element).includes('Rechnungen 31.10.2026, 19:30'));
  });

  it('takes the nearest lang, and follows it', async () => {
    const { root, element } = await mount(undefined, 'cs');
    await until(() => shown(element).includes('Faktury'));
    root.lang = 'de-AT';
    await until(() => shown(element).includes('Rechnungen'));
  });

  it('speaks English in a language there are no texts for, and when the language is none', async () => {
    for (const language of ['tlh', 'no language', '__proto__', 'constructor']) {
      const { element } = await mount({ language, timeZone: 'UTC' });
      expect(shown(element)).to.contain('Invoices');
    }
  });

  it('takes single texts from the page', async () => {
    const { element } = await mount({ language: 'en', texts: { 'invoices.invoices': 'Bills' } });
    expect(shown(element)).to.contain('Bills');
  });

  it('shows a time all the same when the time zone is none', async () => {
    const { element } = await mount({ language: 'en', timeZone: 'Mars/Olympus_Mons' });
    expect(shown(element)).to.contain('2026');
  });

  it('shows a dash for what is missing', async () => {
    const { element } = await mount({ language: 'en' });
    expect(shown(element)).to.contain('————');
  });
});
