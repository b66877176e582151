import { expect } from '@open-wc/testing';
import type { ApiError } from '../../src/api/problem.js';
import { upload } from '../../src/api/upload.js';

type Listener = ((event: { loaded: number; total: number }) => void) | null;

/** What the browser sends files with, as far as it is used; a test says what the server answers. */
class Exchange {
  static last: Exchange;
  status = 0;
  response = new Blob();
  responseURL = '';
  responseType = '';
  withCredentials = false;
  aborted = false;
  address = '';
  body?: Blob;
  readonly headers = new Headers();
  readonly upload: { onprogress: Listener } = { onprogress: null };
  onload: (() => void) | null = null;
  onerror: (() => void) | null = null;
  #answered = '';

  constructor() {
    Exchange.last = this;
  }

  open(method: string, address: string): void {
    this.address = `${method} ${new URL(address).pathname}`;
    this.responseURL = address;
  }

  setRequestHeader(name: string, value: string): void {
    this.headers.set(name, value);
  }

  getAllResponseHeaders(): string {
    return this.#answered;
  }

  send(body: Blob): void {
    this.body = body;
  }

  abort(): void {
    this.aborted = true;
  }

  answer(status: number, body: string, type: string): void {
    this.status = status;
    this.response = new Blob([body]);
    this.#answered = `Content-Type: ${type}\r\n`;
    this.onload?.();
  }
}

describe('uploads', () => {
  const { XMLHttpRequest } = globalThis;
  beforeEach(() => {
    globalThis.XMLHttpRequest = Exchange as unknown as typeof XMLHttpRequest;
    delete (Exchange as { last?: Exchange }).last;
  });
  afterEach(() => {
    globalThis.XMLHttpRequest = XMLHttpRequest;
  });

  const file = new File(['%PDF-1.7'], 'Zertifikat ü.pdf', { type: 'application/pdf' });
  const kept = { id: 'upl_1', name: file.name, mediaType: 'application/pdf', size: 8, uploadedAt: '2026-11-22T09:30:00Z' };
  const begin = (options: { getToken?: () => string; timeout?: number } = {}) => {
    const abort = new AbortController();
    const parts: number[] = [];
    const result = upload({ baseUrl: '/api/v1/', ...options }, '/files', file, {
      signal: abort.signal,
      onProgress: (part) => parts.push(part),
    }).catch((error: unknown) => error);
    return { abort, parts, result };
  };
  const sent = async () => {
    while (!(Exchange as { last?: Exchange }).last?.body) await new Promise((resolve) => setTimeout(resolve));
    return Exchange.last;
  };

  it('go to the back end as its other requests do, and tell how far they are', async () => {
    const { parts, result } = begin();
    const exchange = await sent();
    expect([exchange.address, exchange.withCredentials, exchange.headers.get('Portal-Request')]).to.deep.equal([
      'POST /api/v1/files',
      true,
      '1',
    ]);
    const type = exchange.headers.get('Content-Type')!;
    const form = await new Response(exchange.body, { headers: { 'Content-Type': type } }).formData();
    expect((form.get('file') as File).name).to.equal('Zertifikat ü.pdf');
    exchange.upload.onprogress!({ loaded: 50, total: 200 });
    exchange.answer(201, JSON.stringify(kept), 'application/json');
    expect(await result).to.deep.equal(kept);
    expect(parts).to.deep.equal([0.25]);
  });

  it('carry the token where there is one, without cookies', async () => {
    const { result } = begin({ getToken: () => 'secret' });
    const exchange = await sent();
    expect([exchange.headers.get('Authorization'), exchange.withCredentials]).to.deep.equal(['Bearer secret', false]);
    exchange.answer(201, JSON.stringify(kept), 'application/json');
    await result;
  });

  it('fail with what the server says, when it says nothing readable, and when it sends to a page to sign in at', async () => {
    const problem = begin();
    (await sent()).answer(
      413,
      JSON.stringify({ type: 'urn:x:file-too-large', title: 'Too large', status: 413 }),
      'application/problem+json',
    );
    const large = (await problem.result) as ApiError;
    expect([large.status, large.is('file-too-large')]).to.deep.equal([413, true]);
    delete (Exchange as { last?: Exchange }).last;
    const garbled = begin();
    (await sent()).answer(201, '<html>', 'application/json');
    expect(((await garbled.result) as ApiError).fault).to.equal('malformed');
    delete (Exchange as { last?: Exchange }).last;
    const elsewhere = begin();
    const exchange = await sent();
    exchange.responseURL = 'https://sso.example/sign-in';
    exchange.answer(200, '<html>', 'text/html');
    expect(((await elsewhere.result) as ApiError).status).to.equal(401);
  });

  it('end when they are called back, when the connection breaks, and when nothing moves', async () => {
    const called = begin();
    const exchange = await sent();
    called.abort.abort();
    expect(((await called.result) as DOMException).name).to.equal('AbortError');
    expect(exchange.aborted).to.equal(true);
    delete (Exchange as { last?: Exchange }).last;
    const broken = begin();
    (await sent()).onerror!();
    expect(((await broken.result) as ApiError).fault).to.equal('network');
    delete (Exchange as { last?: Exchange }).last;
    const stuck = begin({ timeout: 1 });
    expect(((await stuck.result) as ApiError).fault).to.equal('timeout');
  });
});
