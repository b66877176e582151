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

/** The page of `all` that a request asks for, as the server cuts it: cursors are positions. */
export function cutPage<Item>(all: readonly Item[], request: Request) {
  const { searchParams } = new URL(request.url);
  const [from, limit] = [Number(searchParams.get('cursor') ?? 0), Number(searchParams.get('limit') ?? 50)];
  return {
    items: all.slice(from, from + limit),
    page: {
      nextCursor: from + limit < all.length ? String(from + limit) : null,
      prevCursor: from > 0 ? String(Math.max(0, from - limit)) : null,
      total: all.length,
    },
  };
}
