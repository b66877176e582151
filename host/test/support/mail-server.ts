import { after } from 'node:test';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export interface Received {
  from: string;
  to: string[];
  /** The parameters of a request for reports (RFC 3461), as they came. */
  notify: readonly string[];
  envelopeId: string;
  source: string;
}

/** An answer other than yes, to the receiver's address or to the mail. */
interface Refusal {
  to: 'address' | 'mail';
  code: number;
  words: string;
}

interface MailServer {
  received: Received[];
  /** While there is a refusal, all mail is refused with it. */
  state: { refusal: Refusal | undefined; refused: number };
  url: string;
  stop(): Promise<void>;
}

/** A mail server that keeps what it gets; with a wrong password, or while it is told to, it refuses. */
export async function startMailServer(): Promise<MailServer> {
  const received: Received[] = [];
  const state: MailServer['state'] = { refusal: undefined, refused: 0 };
  const refusalOf = (to: Refusal['to']) => {
    if (state.refusal?.to !== to) return undefined;
    state.refused += 1;
    return Object.assign(new Error(state.refusal.words), { responseCode: state.refusal.code });
  };
  const server = new SMTPServer({
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    hideDSN: false,
    onAuth: ({ username, password }, _session, done) =>
      password === 'secret words' ? done(null, { user: username }) : done(new Error('Wrong password')),
    onRcptTo: (_address, _session, done) => done(refusalOf('address')),
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const refusal = refusalOf('mail');
        if (refusal) return done(refusal);
        const envelope = session.envelope as unknown as Envelope;
        received.push({
          from: envelope.mailFrom ? envelope.mailFrom.address : '',
          to: envelope.rcptTo.map(({ address }) => address),
          notify: envelope.rcptTo[0]?.dsn?.notify ?? [],
          envelopeId: envelope.dsn?.envid ?? '',
          source: Buffer.concat(chunks).toString(),
        });
        done(null, 'Ok: queued as 4F1A2');
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let stopped: Promise<void> | undefined;
  const stop = () => (stopped ??= new Promise<void>((resolve) => server.close(() => resolve())));
  after(stop);
  const { port } = server.server.address() as AddressInfo;
  return { received, state, url: `smtp://portal:secret%20words@127.0.0.1:${port}`, stop };
}

interface Envelope {
  mailFrom: { address: string } | false;
  rcptTo: { address: string; dsn?: { notify?: string[] } }[];
  dsn?: { envid?: string | null };
}

/** The text of a mail part in quoted-printable. */
export const decoded = (source: string): string =>
  Buffer.from(
    source.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_match, code: string) => String.fromCharCode(parseInt(code, 16))),
    'latin1',
  ).toString();
