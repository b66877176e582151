import { buffer } from 'node:stream/consumers';
import type { FastifyInstance } from 'fastify';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { CannotStart, type Configuration } from '../../configuration.js';
import { isForTickets } from './addresses.js';
import type { Envelope } from './message.js';
import { largestMail } from './receive.js';

type Receive = (source: Buffer, envelope: Envelope) => Promise<void>;

/** Takes mail to tickets from a mail server by LMTP (RFC 2033) while the host listens, where an address is set for that. */
export function takeTicketMail(
  app: FastifyInstance,
  { ticketMail, ticketLmtp }: Partial<Pick<Configuration, 'ticketMail' | 'ticketLmtp'>>,
  receive: Receive,
): void {
  if (ticketMail === undefined || ticketLmtp === undefined) return;
  const server = lmtpServer(ticketMail, receive, (error) =>
    app.log.error({ err: error }, 'A mail to tickets could not be taken; the mail server keeps it'),
  );
  const { address, port } = ticketLmtp;
  app.addHook('onReady', async () => {
    await new Promise<void>((resolve, reject) => {
      const refuse = ({ message }: Error) =>
        reject(new CannotStart(`PORTAL_TICKET_LMTP: nothing can listen on ${address}:${port}: ${message}`));
      server.once('error', refuse);
      server.listen(port, address, () => {
        server.off('error', refuse);
        resolve();
      });
    });
    server.on('error', (error) => app.log.warn({ err: error }, 'A mail server broke off'));
  });
  app.addHook('preClose', () => new Promise<void>((resolve) => server.close(() => resolve())));
}

/** A server that takes what is for this mailbox, and says that a mail has been taken when it is stored. */
export function lmtpServer(mailbox: string, receive: Receive, onFailure: (error: unknown) => void): SMTPServer {
  return new SMTPServer({
    lmtp: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMail,
    rejectOversized: true,
    onRcptTo: ({ address }, _session, done) => done(isForTickets(mailbox, address) ? null : answer(550, 'No such mailbox here')),
    onData(stream, session, done) {
      buffer(stream)
        .then(async (source) => {
          if (!stream.sizeExceeded) await receive(source, envelopeOf(session));
          done(null, 'Stored');
        })
        .catch((error: unknown) => {
          onFailure(error);
          done(answer(451, 'Please try again later'));
        });
    },
  });
}

const answer = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

const envelopeOf = ({ envelope: { mailFrom, rcptTo } }: SMTPServerSession): Envelope => ({
  from: mailFrom ? mailFrom.address : '',
  to: rcptTo.map(({ address }) => address),
});
