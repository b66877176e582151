import type { FastifyReply } from 'fastify';

/** Makes the answer a file to save, named `name` in any language (RFC 6266, RFC 8187). */
export function attachment(reply: FastifyReply, name: string, mediaType: string): void {
  const safe = Array.from(name.replace(/[\p{Cc}\p{Cf}\p{Cs}/\\:*?"<>|]+/gu, '-'))
    .slice(0, 150)
    .join('');
  const ascii = safe
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^\x20-\x7e]+/g, '_')
    .replaceAll('%', '_');
  const encoded = encodeURIComponent(safe).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  reply.type(mediaType).header('content-disposition', `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`);
}
