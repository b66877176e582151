import { expect } from '@open-wc/testing';
import { http as msw } from 'msw';
import '../../src/define/portal-mail-log.js';
import type { PortalMailLog } from '../../src/mail-log/portal-mail-log.js';
import { problem } from '../mocks/http.js';
import { aMail, aMailSummary, getMail, listMails, sendMailCopy, someMails } from '../mocks/mail-log.js';
import { personas } from '../mocks/session.js';
import { mailLogScenes as scenes } from '../scenes/mail-log.js';
import { saysWhatCouldNotBeLoaded } from '../support/broken-imports.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, settled, text, until, type MountedPage } from '../support/mount.js';
import { unreadable } from '../support/readable.js';
import type { Scene } from '../scenes/scene.js';

const subjects = (root: ShadowRoot) => [...root.querySelectorAll<HTMLElement>('tbody th button')];

saysWhatCouldNotBeLoaded('portal-mail-log', scenes.default, [
  {
    module: 'src/mail-log/mail-panel.ts',
    need: (root) => subjects(root)[0]!.click(),
    here: (root) => root.querySelector('dialog'),
  },
  {
    module: 'src/mail-log/mail-frame.ts',
    need: async (root) => {
      const formatted = () => [...root.querySelectorAll<HTMLElement>('dialog button')].find((each) => text(each) === 'Formatted');
      await until(formatted);
      formatted()!.click();
    },
    here: (root) => root.querySelector('dialog iframe'),
  },
]);

keepsThePortalContract('portal-mail-log', scenes);

const rowsOf = ({ shadowRoot }: PortalMailLog) => [...shadowRoot!.querySelectorAll('tbody tr')].map((row) => text(row));

/** A mail, opened from the list. */
async function opened(scene: Scene = scenes.default, index = 0) {
  const page = await mountReady<PortalMailLog>(scene);
  subjects(page.root)[index]!.click();
  await until(() => page.root.querySelector('dialog [part="words"], dialog .muted'));
  return { ...page, page };
}

const withMail = (mail: Parameters<typeof aMail>[0]): Scene => ({
  ...scenes.default,
  handlers: [listMails(someMails), getMail(aMail(mail)), sendMailCopy()],
});

describe('<portal-mail-log>', () => {
  it('says what was mailed to whom, and how it stands; why only where it did not arrive', async () => {
    const { element } = await mountReady<PortalMailLog>(scenes.default);
    const rows = rowsOf(element);
    for (const word of ['Invoice R-2026-0001', 'New invoices', 'Nov 20', 'Bruno Billing', 'billing@acme.example', 'Delivered'])
      expect(rows[0]).to.contain(word);
    expect(rows[0]).not.to.contain('250');
    expect(rows[2]).to.contain('Delayed').and.to.contain('451 4.7.1 Greylisted');
    expect(rows[4]).to.contain('Bounced').and.to.contain('User unknown');
    expect(rows[6]).to.contain('Sent again');
    expect(rows[7]).to.contain('News of the network').and.to.contain('Read');
    expect(text(element.shadowRoot!.querySelector('[part="summary"]')))
      .to.contain('Not delivered')
      .and.to.contain('2');
    expect(text(element.shadowRoot!.querySelector('[part="kept"]'))).to.contain('365 days');
  });

  it('names a mail that is not written yet by its kind', async () => {
    const { page, element } = await opened(withMail({ subject: null, text: null, html: null, allowedActions: [], state: 'queued' }), 1);
    expect(rowsOf(element)[1]).to.contain('New invoices').and.to.contain('Waiting to be sent');
    await page.says('This mail is written when it is sent.');
    expect(page.button('Download (.eml)')).to.equal(undefined);
    expect(page.button('Send to me again')).to.equal(undefined);
  });

  it('finds by state, person and text', async () => {
    const { element } = await mountReady<PortalMailLog>(scenes.default);
    element.query = 'state=bounced';
    await settled(element);
    expect(rowsOf(element)).to.have.length(1);
    element.query = 'contactId=mem_1';
    await settled(element);
    expect(rowsOf(element)).to.have.length(3);
    element.query = 'q=R-2026-0002';
    await settled(element);
    expect(rowsOf(element)).to.have.length(1);
  });

  it('shows a mail as text, with its attachments and each step of its way', async () => {
    const { page } = await opened();
    await page.says('the invoice R-2026-0001 of Acme GmbH');
    for (const words of ['Nordkai <portal@nordkai.example>', 'Invoice R-2026-0001.pdf', '250 2.0.0 Ok: queued as 4F1A2', 'mx.acme.example'])
      await page.says(words);
    expect(page.root.querySelector('dialog iframe')).to.equal(null);
    expect(page.root.querySelector('dialog a')!.getAttribute('href')).to.equal('/invoice?id=inv_1');
    expect(await unreadable(page)).to.deep.equal([]);
  });

  it('leads to the ticket that a mail is about, and to no page for things that have none', async () => {
    const object = { ...aMail().object!, type: 'ticket', typeLabel: 'Ticket', id: 'tic_1', label: 'T-1001 A question' };
    const { page } = await opened(withMail({ object }));
    await page.says('T-1001 A question');
    expect(page.root.querySelector('dialog a')!.getAttribute('href')).to.equal('/ticket?id=tic_1');
    const other = await opened(withMail({ object: { ...object, type: 'service', label: 'Another' } }));
    await other.page.says('Another');
    expect(other.page.root.querySelector('dialog a')).to.equal(null);
  });

  it('leads to nothing that the person may not see', async () => {
    const { page } = await opened(withMail({ object: { ...aMail().object!, linked: false } }));
    await page.says('R-2026-0001');
    expect(page.root.querySelector('dialog a')).to.equal(null);
  });

  it('is readable with the longest words', async () => {
    const { page } = await opened(scenes.longText);
    await page.says('refused this mail');
    expect(await unreadable(page, { in: ['en', 'de'] })).to.deep.equal([]);
  });
});

/** The frame of the open mail, once what it shows is there. */
async function formatted(page: MountedPage<PortalMailLog>): Promise<HTMLIFrameElement> {
  let loads = 0;
  page.root.addEventListener('load', () => (loads += 1), { capture: true });
  await page.press('Formatted');
  await until(() => page.root.querySelector('dialog iframe') && loads > 0);
  return page.root.querySelector<HTMLIFrameElement>('dialog iframe')!;
}

describe('a formatted mail', () => {
  const hostile = `<!doctype html><html lang="en"><head><base href="https://elsewhere.example/"></head><body>
    <script>parent.mailRan = true; top.mailRan = true;</script>
    <img src="/found-out.png" onerror="parent.mailRan = true"><img src="https://elsewhere.example/pixel.png">
    <link rel="stylesheet" href="/found-out.css"><iframe src="/found-out.html"></iframe>
    <meta http-equiv="refresh" content="0; url=/found-out-again.html"><p>Dear you</p></body></html>`;

  it('is in a frame of no origin, in which no script runs and nothing is loaded from elsewhere', async () => {
    const asked: string[] = [];
    const spy = msw.all('*/found-out*', ({ request }) => {
      asked.push(request.url);
      return new Response('');
    });
    const { page } = await opened({ ...scenes.default, handlers: [spy, ...withMail({ html: hostile }).handlers] });
    const frame = await formatted(page);
    expect(frame.getAttribute('sandbox')).to.equal('');
    expect(frame.contentDocument).to.equal(null);
    expect(frame.srcdoc).to.match(/^<!doctype html><meta http-equiv="Content-Security-Policy" content="default-src 'none';/);
    expect((window as { mailRan?: boolean }).mailRan).to.equal(undefined);
    expect(performance.getEntriesByType('resource').filter(({ name }) => name.includes('found-out'))).to.deep.equal([]);
    expect(asked).to.deep.equal([]);
    expect(text(page.dialog)).to.contain('Links and pictures from other places are switched off here.');
    expect(getComputedStyle(page.root.querySelector('[part="words"]')!).display).to.equal('none');
  });

  it('stays as it is while the rest is drawn again, and begins as text with the next mail', async () => {
    const { page, element } = await opened();
    const frame = await formatted(page);
    let again = 0;
    frame.addEventListener('load', () => (again += 1));
    element.requestUpdate();
    await element.updateComplete;
    await page.press('Send to me again');
    await until(() => page.part('notice') !== '');
    expect(again).to.equal(0);
    await page.press('Close');
    subjects(page.root)[4]!.click();
    await until(() => page.root.querySelector('dialog [part="words"]'));
    expect(page.root.querySelector('dialog iframe')).to.equal(null);
  });
});

describe('sending again and downloading', () => {
  it('says where the mail has gone', async () => {
    const { page, requests } = await opened();
    await page.press('Send to me again');
    await until(() => page.part('notice') !== '');
    expect(page.part('notice')).to.equal('The mail is on its way to owner@acme.example.');
    expect(requests.filter(({ method }) => method === 'POST').map(({ url }) => new URL(url).pathname)).to.deep.equal([
      '/api/v1/mails/mai_1/copies',
    ]);
  });

  it('says that it was too much, and what else can be done', async () => {
    const refused = msw.post('*/api/v1/mails/*/copies', () =>
      problem(429, 'You have had too much mail sent again', { type: 'https://example.com/problems/too-many-copies' }),
    );
    const { page } = await opened({ ...scenes.default, handlers: [refused, ...scenes.default.handlers] });
    await page.press('Send to me again');
    await page.says('Please download this one');
  });

  it('is not offered of mail whose links are not kept, nor to who may only look', async () => {
    const { page } = await opened(withMail({ redacted: true, allowedActions: ['download'] }));
    await page.says('cannot be sent again');
    expect(page.button('Send to me again')).to.equal(undefined);
    const reader = await opened({ ...scenes.default, permissions: personas['read-only'] });
    expect(reader.page.button('Send to me again')).to.equal(undefined);
    expect(reader.page.button('Download (.eml)')).not.to.equal(undefined);
  });

  it('asks for the file for mail programs', async () => {
    let asked = '';
    const file = msw.get('*/api/v1/mails/:id/source', ({ request, params }) => {
      asked = `${String(params['id'])} ${request.headers.get('accept')}`;
      return new Response('Subject: Invoice\r\n\r\n', {
        headers: { 'content-type': 'message/rfc822', 'content-disposition': 'attachment; filename="i.eml"' },
      });
    });
    const { page } = await opened({ ...scenes.default, handlers: [file, ...scenes.default.handlers] });
    await page.press('Download (.eml)');
    await until(() => asked !== '');
    expect(asked).to.equal('mai_1 message/rfc822');
  });

  it('keeps a mail open that cannot be loaded, with a way on', async () => {
    const broken = msw.get('*/api/v1/mails/mai_1', () => problem(500, 'Broken'));
    const page = await mountReady<PortalMailLog>({ ...scenes.default, handlers: [broken, listMails([aMailSummary()])] });
    subjects(page.root)[0]!.click();
    await until(() => page.root.querySelector('dialog [role="alert"]'));
    await page.says('Try again');
  });
});
