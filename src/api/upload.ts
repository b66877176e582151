import { unchecked } from './answers.js';
import { connect, type ConnectionOptions } from './connection.js';
import { unwrap, type Answer } from './problem.js';
import type { components } from './schema.js';
import { withAuthorization, type Send } from './transport.js';

export type UploadedFile = components['schemas']['UploadedFile'];

export interface UploadProgress {
  signal: AbortSignal;
  /** Called with the part of the file that has been sent, from 0 to 1. */
  onProgress: (part: number) => void;
}

/**
 * Sends one file as `multipart/form-data` to `path`, as the connection's other requests are sent: same address, credentials and header.
 * It is not repeated, and may take as long as it moves. Rejects with an `ApiError`, or the signal's reason.
 */
export async function upload(
  options: ConnectionOptions,
  path: string,
  file: File,
  { signal, onProgress }: UploadProgress,
): Promise<UploadedFile> {
  const { authorization } = connect(options);
  const body = multipart(file);
  const send = withAuthorization(options.fetch ?? withProgress(body, onProgress, options.timeout ?? 15_000), authorization);
  const credentials = authorization.getToken ? 'omit' : 'include';
  const headers = { Accept: 'application/json', 'Content-Type': body.type };
  const request = new Request(options.baseUrl.replace(/\/$/, '') + path, { method: 'POST', body, credentials, signal, headers });
  return unwrap(send(request).then((response) => read(response, `POST ${path}`)));
}

/** A form with one file (RFC 7578). Made here, because WebKit does not let the form of a request be read. */
function multipart(file: File): Blob {
  const boundary = `file-${Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16)).join('')}`;
  const name = file.name.replace(/["\r\n]/g, encodeURIComponent);
  const type = /^[\w.+-]+\/[\w.+-]+$/.test(file.type) ? file.type : 'application/octet-stream';
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${name}"\r\nContent-Type: ${type}\r\n\r\n`;
  return new Blob([head, file, `\r\n--${boundary}--\r\n`], { type: `multipart/form-data; boundary=${boundary}` });
}

async function read(response: Response, operation: string): Promise<Answer<UploadedFile>> {
  const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
  if (!response.ok) return { error: isJson ? await response.json().catch(() => undefined) : undefined, response };
  const data = JSON.parse(await response.text()) as UploadedFile;
  if (Object(data) !== data) return { response };
  unchecked.push({ data, operation, mended: () => undefined });
  return { data, response };
}

/** `fetch` does not tell how much has been sent; `XMLHttpRequest` does. Gives up when nothing has moved for `timeout` milliseconds. */
function withProgress(body: Blob, onProgress: (part: number) => void, timeout: number): Send {
  return (request) => {
    request.signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const exchange = new XMLHttpRequest();
      let timer: ReturnType<typeof setTimeout>;
      const moved = () => {
        clearTimeout(timer);
        timer = setTimeout(() => end(() => reject(new DOMException('Nothing moved in time', 'TimeoutError'))), timeout);
      };
      const end = (settle: () => void) => {
        clearTimeout(timer);
        request.signal.removeEventListener('abort', abort);
        settle();
        exchange.abort();
      };
      const abort = () => end(() => reject(request.signal.reason as Error));
      request.signal.addEventListener('abort', abort);
      exchange.open(request.method, request.url);
      exchange.withCredentials = request.credentials === 'include';
      exchange.responseType = 'blob';
      request.headers.forEach((value, name) => exchange.setRequestHeader(name, value));
      exchange.upload.onprogress = ({ loaded, total }) => (moved(), onProgress(total ? loaded / total : 0));
      exchange.onload = () => end(() => resolve(responseOf(exchange, request.url)));
      exchange.onerror = () => end(() => reject(new TypeError('No whole answer')));
      moved();
      exchange.send(body);
    });
  };
}

/** The answer as `fetch` gives it. */
function responseOf(exchange: XMLHttpRequest, asked: string): Response {
  const headers = new Headers();
  for (const line of exchange
    .getAllResponseHeaders()
    .trim()
    .split(/[\r\n]+/)) {
    const [name = '', ...value] = line.split(': ');
    if (name) headers.append(name, value.join(': '));
  }
  const { status, responseURL } = exchange;
  // Sent on to a page to sign in at, as a server may do with people without a session.
  if (responseURL && responseURL !== asked && headers.get('Content-Type')?.includes('html')) return new Response(null, { status: 401 });
  return new Response([204, 205, 304].includes(status) ? null : (exchange.response as Blob), { status, headers });
}
