import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { Problem } from '../../http/problem.js';
import type { TicketMeans, TicketViewer } from '../port.js';
import type { Person } from './answers.js';
import { connect, Refused, Unreachable } from './connection.js';
import { copyChanges, copyTicket, followTicket, type TrackedClient } from './copy.js';
import { makeReader } from './reader.js';
import { sendWaiting, type Sending } from './send.js';
import type { RequestTrackerSettings } from './settings.js';
import { ticketIdOf, type Author } from './store.js';

/** A ticket that is a copy. */
export interface Tracked {
  /** Null while it waits to be opened. */
  number: number | null;
  readAt: Date | null;
  version: string | null;
}

/** What a look at a ticket has shown. */
export interface Seen {
  /** Undefined where it is one of the host's own. */
  tracked: Tracked | undefined;
  /** Of when the copy is, where Request Tracker cannot be asked. */
  asOf: string | null;
}

/** How the host keeps its copies up to date, and sends what waits. */
export type Sight = ReturnType<typeof openSight>;

export const unreachable = () =>
  new Problem(503, 'Tickets cannot be reached at the moment', { type: 'tickets-unreachable', headers: { 'Retry-After': '30' } });

export function openSight(settings: RequestTrackerSettings) {
  const connection = connect(settings);
  const reader = makeReader(connection, settings);
  const reading = new Map<string, Promise<void>>();
  let report: (error: unknown) => void = () => undefined;
  let restsUntil = 0;

  /** After a failure everybody is spared to wait for the next one. */
  const onFailure = (error: unknown) => {
    if (error instanceof Unreachable) restsUntil = Date.now() + settings.patience.rest;
    report(error);
  };
  const rests = () => Date.now() < restsUntil;

  const place = (database: Kysely<Database>): Sending => ({
    database,
    reader,
    settings,
    connection,
    clock: () => connection.clock,
    onFailure,
    clientOf: async (clientId) => {
      const row = await database.selectFrom('clients').select(['id', 'name', 'number']).where('id', '=', clientId).executeTakeFirst();
      return row && tracked(row);
    },
  });

  const tracked = ({ id, name, number }: { id: string; name: string; number: string }): TrackedClient | undefined => {
    const group = settings.clients.get(number);
    return group === undefined ? undefined : { id, name, group };
  };

  const clientOf = ({ caller }: TicketViewer) => caller && tracked(caller.client);

  /** What the client has; several who ask at the same time wait for the same answer. */
  const readAll = (database: Kysely<Database>, client: TrackedClient): Promise<void> => {
    const known = reading.get(client.id);
    if (known) return known;
    const started = copyChanges(place(database), client).finally(() => reading.delete(client.id));
    reading.set(client.id, started);
    return started;
  };

  const findTracked = async ({ database, clientId }: TicketViewer, id: string): Promise<(Tracked & { status: string }) | undefined> =>
    await database
      .selectFrom('tracked_tickets')
      .innerJoin('tickets', 'tickets.id', 'tracked_tickets.ticket_id')
      .where('ticket_id', '=', id)
      .where('tracked_tickets.client_id', '=', clientId)
      .select(['tracked_tickets.number', 'tracked_tickets.version', 'tracked_tickets.read_at as readAt', 'tickets.status'])
      .executeTakeFirst();

  /** Brings a copy up to date. */
  const refresh = async (viewer: TicketViewer, client: TrackedClient, id: string, { number, version }: Tracked): Promise<void> => {
    const { database } = viewer;
    const ticket = await reader.ticket(client.group, number!);
    if (!ticket) return await followTicket(place(database), client, { ticketId: id, number: number! });
    if (ticket.LastUpdated !== version) return void (await copyTicket(place(database), client, ticket));
    await database.updateTable('tracked_tickets').set({ read_at: new Date() }).where('ticket_id', '=', id).execute();
  };

  const send = async (database: Kysely<Database>, ticketId?: string): Promise<void> => {
    if (!rests()) await sendWaiting(place(database), ticketId, rests);
  };

  return {
    clientOf,
    send,

    /** Brings the copies of all tickets of the client up to date; resolves with the time of which they are, where that is not now. */
    async lookAtAll(viewer: TicketViewer): Promise<string | null> {
      const client = clientOf(viewer);
      if (!client) return null;
      try {
        if (!rests()) return await inTime(readAll(viewer.database, client), 2 * settings.patience.answer);
      } catch (error) {
        onFailure(error);
      }
      const known = await viewer.database
        .selectFrom('tracked_clients')
        .select('read_at')
        .where('client_id', '=', client.id)
        .executeTakeFirst();
      // An empty list would be a lie.
      if (!known) throw unreachable();
      return known.read_at.toISOString();
    },

    /** Brings the copy of a ticket up to date, and takes one that has none yet, if it is the client's. */
    async lookAt(viewer: TicketViewer, id: string): Promise<Seen> {
      const client = clientOf(viewer);
      const known = await findTracked(viewer, id);
      const unknown = known || !client ? undefined : numberIn(id);
      if (!known && unknown === undefined) return { tracked: undefined, asOf: null };
      if (known?.number === null) {
        await send(viewer.database, id);
        return { tracked: await findTracked(viewer, id), asOf: null };
      }
      if (known?.status === 'merged') return { tracked: known, asOf: null };
      try {
        if (client && !rests()) {
          if (known) await refresh(viewer, client, id, known);
          else {
            const ticket = await reader.ticket(client.group, unknown!);
            if (ticket) await copyTicket(place(viewer.database), client, ticket);
          }
          return { tracked: await findTracked(viewer, id), asOf: null };
        }
      } catch (error) {
        onFailure(error);
      }
      return { tracked: known, asOf: known?.readAt?.toISOString() ?? null };
    },

    /** The number of a ticket that can be changed now; throws 503 where it cannot. */
    require({ tracked: of, asOf }: Seen): number {
      if (!of) throw new Problem(404, 'There is no such record');
      if (asOf !== null || of.number === null) throw unreachable();
      return of.number;
    },

    /** Changes one field of a ticket. Whether it has been taken is seen by looking again: the answer does not say. */
    async change(number: number, fields: object): Promise<void> {
      await answered(() => connection.send(`ticket/${number}`, { method: 'PUT', body: fields }));
    },

    /** Changes who is in copy. */
    async changeCopies(viewer: TicketViewer, number: number, change: (people: readonly Person[]) => string[]): Promise<void> {
      const ticket = await answered(() => reader.ticket(clientOf(viewer)!.group, number));
      if (!ticket) throw new Problem(404, 'There is no such record');
      await this.change(number, { Cc: change(ticket.Cc) });
    },

    /** Reads a ticket that has just been changed by this person. */
    async lookAgain(viewer: TicketViewer, number: number, actor?: Author): Promise<void> {
      const client = clientOf(viewer)!;
      const ticket = await answered(() => reader.ticket(client.group, number));
      if (ticket) await answered(() => copyTicket(place(viewer.database), client, ticket, actor));
    },

    /** The content of a file that is of a message of this ticket. */
    async fileOf({ database, clientId }: TicketViewer, file: string, attachment: number): Promise<Buffer | undefined> {
      const row = await database
        .selectFrom('uploads')
        .select('subject')
        .where('id', '=', file)
        .where('client_id', '=', clientId)
        .executeTakeFirst();
      const [, transaction] = /^rtp_0*(\d+)$/.exec(row?.subject ?? '') ?? [];
      if (transaction === undefined) return undefined;
      const number = Number(transaction);
      return await answered(async () => ((await reader.isMessage(number)) ? await reader.part(attachment, number) : undefined));
    },

    /** Sends what waits, and reads what has never been read, beside the requests. */
    begin({ database, onFailure: tell }: TicketMeans) {
      report = tell;
      let working: Promise<void> | undefined;
      const work = () => (working ??= send(database).catch(onFailure).finally(() => (working = undefined))); // prettier-ignore
      const timer = setInterval(() => void work(), settings.patience.look).unref();
      let stopped = false;
      const first = readFirst(database, () => stopped);
      return {
        async stop() {
          stopped = true;
          clearInterval(timer);
          await Promise.all([working, first, ...reading.values()].map((each) => each?.catch(() => undefined)));
        },
      };
    },
  };

  async function readFirst(database: Kysely<Database>, isStopped: () => boolean): Promise<void> {
    const rows = await database
      .selectFrom('clients')
      .select(['id', 'name', 'number'])
      .where('number', 'in', [...settings.clients.keys(), ''])
      .where('id', 'not in', (of) => of.selectFrom('tracked_clients').select('client_id'))
      .execute();
    for (const client of rows.map(tracked)) {
      if (!client || isStopped() || rests()) return;
      await readAll(database, client).catch(onFailure);
    }
  }

  /** What cannot be answered now is said in the portal's words. */
  async function answered<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
      onFailure(error);
      throw error instanceof Refused ? notTaken() : unreachable();
    }
  }
}

export const notTaken = () => new Problem(409, 'The ticket could not be changed', { type: 'not-taken' });

/** The number in the id of a copy. */
function numberIn(id: string): number | undefined {
  const [, number] = /^rt_([1-9]\d{0,8})$/.exec(id) ?? [];
  return number === undefined || ticketIdOf(Number(number)) !== id ? undefined : Number(number);
}

/** Rejects when it takes longer; what is under way goes on. */
async function inTime(act: Promise<void>, milliseconds: number): Promise<null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Unreachable('Request Tracker: reading takes too long', false)), milliseconds);
  });
  act.catch(() => undefined);
  await Promise.race([act, late]).finally(() => clearTimeout(timer));
  return null;
}
