import type { components } from 'portal-elements/contract';

type Body = components['schemas']['Problem'];
type Details = Partial<Pick<Body, 'type' | 'detail' | 'errors'>> & { headers?: Record<string, string> };

/** An answer that is an error, sent as problem details (RFC 9457). Thrown by operations. `type` may be short, such as `not-payable`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly title: string,
    readonly details: Details = {},
  ) {
    super(title);
  }
}

export const notFound = () => new Problem(404, 'There is no such record');

/** A field that needs another look. */
export const invalid = (pointer: string, code: string, detail: string): Problem =>
  new Problem(422, 'Some fields need another look', { errors: [{ pointer, code, detail }] });
