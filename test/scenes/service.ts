import { html } from 'lit';
import { delay, http as msw } from 'msw';
import { getContracts } from '../mocks/contracts.js';
import { problem } from '../mocks/http.js';
import {
  aFullService,
  cancelService,
  getServices,
  revealServiceSecret,
  updateService,
  withdrawCancellation,
  withoutPrices,
} from '../mocks/services.js';
import { personas } from '../mocks/session.js';
import type { Scenes } from './scene.js';

const show = (id: string) => html`<portal-service service-id=${id}></portal-service>`;
const markup = show('ser_web');
const actions = [updateService(), cancelService(), withdrawCancellation(), revealServiceSecret(), getContracts()];
const certificate = aFullService({
  id: 'ser_certificate',
  number: 'P-10013',
  name: 'Certificate “Organisation”',
  label: null,
  type: 'certificate',
  extras: [],
  beneath: [],
  secrets: [],
  parent: { id: 'ser_web', number: 'P-10012', name: 'Company website' },
});
const handlers = [getServices([aFullService(), certificate]), ...actions];
const word = 'Rechenzentrumsbetriebsführungsgesellschaftsvertrag';
const extra = aFullService().extras[0]!;
const long = aFullService({
  number: `2026/${word}/0042`,
  name: `${word} ${word}`,
  label: `${word} ${word}`,
  identifier: `${word}.example`,
  status: 'suspended',
  statusReason: `${word}: ${word} ${word}`,
  extras: [{ ...extra, name: `${word} ${word} ${word}` }],
  secrets: [{ id: 'sec_1', kind: 'other', label: `${word} ${word}`, lastRevealed: { at: '2026-11-03T08:30:00Z', by: `${word} ${word}` } }],
  paymentMethod: { id: 'pm_9', label: `${word} ${word}`, isUsable: false },
});
const many = aFullService({
  extras: Array.from({ length: 60 }, (_, index) => ({ ...extra, id: `ext_${index}`, name: `Mailbox ${index + 1}` })),
});
const cancelled = { status: 'cancel-pending', renewsOn: null, lastDay: '2027-02-28', cancelBy: null };
const { totals: _, ...plain } = withoutPrices(aFullService());
const unpriced = { ...plain, extras: plain.extras.map(({ id, name, quantity }) => ({ id, name, quantity })), beneath: [] };

export const serviceScenes = {
  default: { markup, handlers },
  loading: { markup, handlers: [msw.get('*/services/*', () => delay('infinite'))], phase: 'loading' },
  empty: { markup: html`<portal-service></portal-service>`, handlers: [], phase: 'error' },
  error: { markup, handlers: [msw.get('*/services/*', () => problem(400, 'The service cannot be read'))], phase: 'error' },
  denied: { markup, handlers: [], permissions: personas.tech, phase: 'denied' },
  refused: { markup, handlers: [msw.get('*/services/*', () => problem(403, 'Not allowed'))], phase: 'denied' },
  readOnly: { markup, handlers, permissions: personas['read-only'] },
  withoutPrices: { markup, handlers: [getServices([unpriced])], permissions: { ...personas.owner, hiddenFields: ['services.price'] } },
  beneathAnother: { markup: show('ser_certificate'), handlers },
  cancelled: { markup, handlers: [getServices([aFullService({ ...cancelled, cancelReason: 'We move elsewhere.' })]), ...actions] },
  cancelledWithAnother: {
    markup: show('ser_certificate'),
    handlers: [getServices([{ ...certificate, ...cancelled, cancelOptions: [], cancelledWith: certificate.parent! }]), ...actions],
  },
  failed: {
    markup,
    handlers: [
      getServices([
        aFullService({ status: 'failed', statusReason: 'The registry refused the order.', extras: [], beneath: [], secrets: [] }),
      ]),
    ],
  },
  linked: {
    markup: html`<portal-service
      service-id="ser_web"
      item-href="/service?id={id}"
      contract-href="/contract?id={id}"
      dns-records-href="/dns-records?zone={id}"
    ></portal-service>`,
    handlers,
  },
  longText: { markup, handlers: [getServices([long]), ...actions] },
  manyRows: { markup, handlers: [getServices([many]), ...actions] },
  narrow: { markup, handlers, width: 320 },
  rightToLeft: { markup, handlers, rightToLeft: true, locale: { language: 'ar' } },
  dark: { markup, handlers, dark: true },
} satisfies Scenes;
