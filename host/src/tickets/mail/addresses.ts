import { createHash, randomBytes } from 'node:crypto';
import { normalEmail } from '../../session/email.js';

/** A secret that names one person's part in one ticket; letters and digits that survive any mail program. */
export const newToken = (): string => randomBytes(16).toString('hex');

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The address to which this person's answers go, as `tickets+0a1b…@example.com`. */
export const answerAddress = (mailbox: string, token: string): string => mailbox.replace('@', `+${token}@`);

/** The tokens in addresses, whatever a mail server on the way has made of the rest. */
export const tokensIn = (addresses: readonly string[]): string[] =>
  addresses.flatMap((address) => /\+([0-9a-f]{32})@/.exec(normalEmail(address))?.[1] ?? []);

/** Whether mail to this address is for tickets: the mailbox itself, or with something after a `+`. */
export function isForTickets(mailbox: string, address: string): boolean {
  const [name, domain] = split(mailbox);
  const [given, at] = split(address);
  return at === domain && (given === name || given.startsWith(`${name}+`));
}

const split = (address: string): [string, string] => {
  const at = address.lastIndexOf('@');
  return [normalEmail(address.slice(0, at)), normalEmail(address.slice(at + 1))];
};
