/** A mail to compose; what is not said is left out or usual. */
export interface Composed {
  from?: string | undefined;
  to: string;
  subject?: string;
  id?: string | null;
  answers?: string;
  references?: string;
  /** Header lines of their own. */
  headers?: string[];
  text?: string;
  /** Headers of the content, and the content, in place of a text. */
  body?: string;
}

let made = 0;

/** A mail as a mail server receives it. */
export function compose({
  from = 'Tessa Tech <tech@acme.example>',
  to,
  subject = 'Re: Ticket',
  id,
  answers,
  references,
  headers = [],
  ...content
}: Composed): string {
  made += 1;
  const { text = 'Yes, please.', body = `Content-Type: text/plain; charset=utf-8\n\n${text}\n` } = content;
  const messageId = id === undefined ? `<${made}.${Date.now()}@client.example>` : id;
  return [
    `From: ${from}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    'Date: Mon, 02 Nov 2026 10:20:00 +0100',
    ...(messageId === null ? [] : [`Message-ID: ${messageId}`]),
    ...(answers === undefined ? [] : [`In-Reply-To: ${answers}`]),
    ...(references === undefined ? [] : [`References: ${references}`]),
    ...headers,
    'MIME-Version: 1.0',
    body,
  ].join('\n').replace(/\r?\n/g, '\r\n'); // prettier-ignore
}

/** A part with a file. */
export const filePart = (name: string, type: string, content: string | Buffer, more = ''): string =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n${more}Content-Transfer-Encoding: base64\n\n${Buffer.from(content).toString('base64')}`;

/** Parts, one after the other. */
export const multipart = (parts: readonly string[], type = 'mixed', more = ''): string => {
  const boundary = `=_${type}`;
  return `Content-Type: multipart/${type}; boundary="${boundary}"${more}\n\n${parts.map((part) => `--${boundary}\n${part}\n`).join('')}--${boundary}--\n`;
};

export const textPart = (text: string): string => `Content-Type: text/plain; charset=utf-8\n\n${text}\n`;
