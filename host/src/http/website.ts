import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import helmet from '@fastify/helmet';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { answerNotFound } from './errors.js';

export interface WebsiteOptions {
  /** Folder of the pages, if there are any. */
  site: string | undefined;
  /** Folder of the built library, served under `/portal/` to any website. */
  library: string;
}

const contentSecurityPolicy = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  // Recordings of calls are fetched with the client's credentials and played from memory.
  'media-src': ['blob:'],
  'base-uri': ["'none'"],
  'form-action': ["'self'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  // Lit's, and that of the frame in which formatted mail is shown.
  'trusted-types': ['lit-html', 'portal-mail'],
};

/** Security headers for every answer; only over HTTPS (`secure`) may browsers be told to stay there. */
export async function securityHeaders(app: FastifyInstance, secure: boolean): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: contentSecurityPolicy },
    strictTransportSecurity: secure,
    referrerPolicy: { policy: 'same-origin' },
  });
}

/** Serves the pages of the site, also without their `.html`, and the library. */
export async function website(app: FastifyInstance, { site, library }: WebsiteOptions): Promise<void> {
  await app.register(fastifyStatic, {
    root: library,
    prefix: '/portal/',
    cacheControl: false,
    setHeaders(response, path) {
      const named = path.includes('/chunks/');
      response.setHeader('Cache-Control', named ? 'public, max-age=31536000, immutable' : 'no-cache');
      response.setHeader('Access-Control-Allow-Origin', '*');
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin');
    },
  });
  if (site !== undefined)
    await app.register(fastifyStatic, {
      root: site,
      extensions: ['html'],
      decorateReply: false,
      cacheControl: false,
      setHeaders: revalidate,
    });
  app.setNotFoundHandler(async (request, reply) => {
    const wanted = site !== undefined && request.headers.accept?.includes('text/html');
    const page = wanted ? await readFile(join(site, '404.html')).catch(() => undefined) : undefined;
    return page ? reply.code(404).type('text/html; charset=utf-8').send(page) : answerNotFound(request, reply);
  });
}

const revalidate = (response: { setHeader(name: string, value: string): void }) => response.setHeader('Cache-Control', 'no-cache');
