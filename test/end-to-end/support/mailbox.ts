import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Portal } from './portal.js';

/** The newest mail to an address whose subject holds `about`, as the host has put it into its folder; waits until there is one. */
export async function mailTo({ dataFolder }: Portal, address: string, about = ''): Promise<string> {
  const folder = join(dataFolder, 'mail');
  for (let waited = 0; waited < 200; waited++) {
    const files = await readdir(folder).catch(() => []);
    for (const file of files.sort().reverse()) {
      const mail = decode(await readFile(join(folder, file), 'utf8'));
      const [, to = ''] = /^To: (.*)$/im.exec(mail) ?? [];
      const [, subject = ''] = /^Subject: (.*)$/im.exec(mail) ?? [];
      if (to.includes(address) && subject.toLowerCase().includes(about)) return mail;
    }
    await setTimeout(50);
  }
  throw new Error(`No mail to ${address} came.`);
}

/** Quoted-printable (RFC 2045, 6.7) as text. */
const decode = (mail: string): string =>
  mail.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)));

/** The long code of a mail's link. */
export const codeOf = (mail: string): string => /\/set-password\?code=([\w-]+)/.exec(mail)?.[1] ?? '';

/** The short code of a mail. */
export const shortCodeOf = (mail: string): string => /(?<![\w-])([0-9A-Z]{4}-[0-9A-Z]{4})(?![\w-])/.exec(mail)?.[1] ?? '';
