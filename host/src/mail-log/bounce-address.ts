const id = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const detail = new RegExp(`\\+(${id})@`, 'gi');
const localPart = new RegExp(`^<?(${id})@`, 'i');

/** The address to which what comes back about a mail is sent: `bounces+<id>@example.com` of `bounces@example.com`. */
export function bounceAddress(address: string, mailId: string): string {
  const at = address.lastIndexOf('@');
  return `${address.slice(0, at)}+${mailId}${address.slice(at)}`;
}

/** The ids of mails in addresses that `bounceAddress` has made. */
export const mailsOfAddresses = (addresses: string): string[] => [...addresses.matchAll(detail)].map((match) => match[1]!.toLowerCase());

/** The id of a mail in a Message-ID of the portal's. */
export const mailOfMessageId = (messageId: string | undefined): string | undefined =>
  localPart.exec(messageId?.trim() ?? '')?.[1]?.toLowerCase();
