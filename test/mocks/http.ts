import { createOpenApiHttp } from 'openapi-msw';
import type { paths } from '../../src/api/schema.js';

/** Typed mock handlers: a path, a status or a field that the contract does not have is a compile error. */
export const http = createOpenApiHttp<paths>({ baseUrl: '*/api/v1' });

/** A problem answer (RFC 9457). */
export function problem(status: number, title: string, more: object = {}): Response {
  return Response.json(
    { type: 'about:blank', title, status, requestId: 'req-test', ...more },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}
