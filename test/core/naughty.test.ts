import { expect, html } from '@open-wc/testing';
import '../../src/define/portal-call-list.js';
import '../../src/define/portal-user-menu.js';
import type { PortalUserMenu } from '../../src/session/portal-user-menu.js';
import type { PortalCallList } from '../../src/calls/portal-call-list.js';
import { itemAddress, safeHref } from '../../src/ui/links.js';
import { aCall, listCalls } from '../mocks/calls.js';
import { anInvoice, listInvoices } from '../mocks/invoices.js';
import { aSession } from '../mocks/session.js';
import { callListScenes } from '../scenes/call-list.js';
import { userMenuScenes } from '../scenes/user-menu.js';
import { naughtyStrings } from '../support/naughty-strings.js';
import { mountReady } from '../support/mount.js';
import type { TestList } from '../support/probe.js';
import '../support/probe.js';

/** What a document is allowed to hold of the text that was put in. */
const vectors = [
  '<script>globalThis.hacked = 1</script>',
  '<img src=x onerror="globalThis.hacked = 1">',
  '<svg/onload=globalThis.hacked=1>',
  '"><iframe src="javascript:parent.hacked=1"></iframe>',
  '<style>*{display:none}</style>',
  "javascript:/*--></title></style></textarea></script><svg onload='hacked=1'>",
  '${globalThis.hacked = 1}',
  '{{constructor.constructor("hacked=1")()}}',
  '<!--<img src="--><img src=x onerror=hacked=1//">',
  '<template shadowrootmode=open><slot></slot></template>',
  '\u202Egnp.exe',
  'a\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  '\u200B\u200D\uFEFF',
  'x'.repeat(100_000),
];

const built = 'script, img, svg, iframe, style, object, embed, template, form > form, [onerror], [onload]';

describe('Text from anyone', () => {
  /** In pages that a list takes. */
  let pages: string[][];
  before(async () => {
    const texts = [...(await naughtyStrings()).filter((each) => each !== ''), ...vectors];
    pages = Array.from({ length: Math.ceil(texts.length / 100) }, (_, page) => texts.slice(page * 100, page * 100 + 100));
  });
  afterEach(() => {
    expect(Object.hasOwn(globalThis, 'hacked')).to.equal(false);
  });

  it('is shown as it is in a list, whatever it looks like', async () => {
    for (const page of pages) {
      const invoices = page.map((number, index) => anInvoice({ id: String(index), number }));
      const { element } = await mountReady<TestList>({
        markup: html`<test-list page-size="100"></test-list>`,
        handlers: [listInvoices(invoices)],
      });
      const shown = [...element.shadowRoot!.querySelectorAll('tbody bdi')].map((each) => each.textContent);
      expect(shown).to.deep.equal(page);
      expect(element.shadowRoot!.querySelectorAll(built).length).to.equal(0);
    }
  });

  it('is shown as it is in every field of a call', async () => {
    for (const page of pages) {
      const calls = page.map((text, index) =>
        aCall({
          id: text,
          direction: text,
          from: { number: text, name: text, extension: text },
          to: { number: text, name: null, extension: null },
          result: `x${index}`,
          resultLabel: text,
          destination: text,
          rating: text,
          cost: { amount: '1', currency: text },
        }),
      );
      const { element } = await mountReady<PortalCallList>({
        ...callListScenes.default,
        handlers: [listCalls(calls)],
        markup: html`<portal-call-list contract-id="con_voip" page-size="100"></portal-call-list>`,
      });
      const rows = [...element.shadowRoot!.querySelectorAll('tbody tr')];
      for (const [index, row] of rows.entries())
        expect(row.querySelector('[data-label="Destination"] bdi')!.textContent).to.equal(page[index]);
      expect(element.shadowRoot!.querySelectorAll(built).length).to.equal(0);
      const links = [...element.shadowRoot!.querySelectorAll<HTMLAnchorElement>('tbody a')];
      expect(links.every(({ protocol }) => protocol === 'tel:')).to.equal(true);
    }
  });

  it('is shown as it is in a name', async () => {
    for (const name of vectors) {
      const { element } = await mountReady<PortalUserMenu>({
        ...userMenuScenes.default,
        session: aSession({ person: { id: 'p', name, email: name } }),
      });
      expect(element.shadowRoot!.querySelector('[part="button"] bdi')!.textContent).to.equal(name);
      expect(element.shadowRoot!.querySelectorAll(built).length).to.equal(0);
    }
  });

  it('never becomes the address of a link unless it is one to follow', () => {
    const bad = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      '\tjava\nscript:alert(1)',
      'JaVaScRiPt:alert(1)',
      'data:text/html,x',
      'vbscript:x',
      'blob:https://x/y',
      'file:///etc/passwd',
    ];
    for (const each of bad) expect(safeHref(each), each).to.equal(undefined);
    for (const each of ['/a', 'a?b', '#c', 'https://a.example', 'mailto:a@b.example', 'tel:+49']) expect(safeHref(each)).to.equal(each);
    expect(itemAddress('/invoice?id={id}', '../"><script>')).to.equal('/invoice?id=..%2F%22%3E%3Cscript%3E');
    expect(itemAddress('javascript:{id}', '1')).to.equal(undefined);
    expect(itemAddress('/without', '1')).to.equal(undefined);
  });

  it('that names a property of every object means nothing special', async () => {
    const words = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'];
    const { element } = await mountReady<PortalCallList>({
      ...callListScenes.default,
      handlers: [listCalls(words.map((word) => aCall({ id: word, direction: word, result: word, resultLabel: '', rating: word })))],
    });
    const shown = [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => [
      row.children[1]!.textContent.trim(),
      row.querySelector('.badge')!.textContent,
    ]);
    expect(shown).to.deep.equal(words.map((word) => [word, word]));
    expect(({} as Record<string, unknown>)['polluted']).to.equal(undefined);
  });
});
