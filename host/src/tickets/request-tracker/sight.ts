import type { Kysely } from 'kysely';
import type { Database } from '../../database/tables.js';
import { notFound } from '../../http/problem.js';
import type { TicketDependencies, TicketViewer } from '../port.js';
import type { Person } from './answers.js';
import { copyChanges, followTicket } from './follow.js';
import { Connection, Refused, Unreachable } from './connection.js';
import { copyTicket, type TrackedClient } from './copy.js';
import { inTime, notTaken, unreachable } from './unreachable.js';
import { Reader } from './reader.js';
import { sendWaiting, type Sending } from './send.js';
import type { RequestTrackerSettings } from './settings.js';
import { numberIn, type Author } from './store.js';

/** A ticket that is a copy. */
export interface Tracked {
  /** Null while it waits to be opened. */
  number: number | null;
  readAt: Date | null;
  version: string | null;
  status: string;
}

/** What a look at a ticket has shown. */
export interface Seen {
  /** Undefined where it is one of the host's own. */
  tracked: Tracked | undefined;
  /** Of when the copy is, where Request Tracker cannot be asked. */
  asOf: string | null;
}

/** Keeps copies up to date, and sends what waits. */
export class Sight {
  readonly #settings: RequestTrackerSettings;
  readonly #connection: Connection;
  readonly #reader: Reader;
  /** Clients whose tickets are being read. */
  readonly #reading = new Map<string, Promise<void>>();
  #report: (error: unknown) => void = () => undefined;
  #restsUntil = 0;

  constructor(settings: RequestTrackerSettings) {
    this.#settings = settings;
    this.#connection = new Connection(settings);
    this.#reader = new Reader(this.#connection, settings);
  }

  /** The client for whom somebody asks, if it has tickets in Request Tracker. */
  clientOf({ caller }: Pick<TicketViewer, 'caller'>): TrackedClient | undefined {
    return caller && this.#tracked(caller.client);
  }

  /** Brings the copies of all tickets of the client up to date; resolves with the time of which they are, where that is not now. */
  async lookAtAll(viewer: TicketViewer): Promise<string | null> {
    const { database } = viewer;
    const client = this.clientOf(viewer);
    if (!client) return null;
    try {
      if (!this.#rests()) return await inTime(this.#readAll(database, client), this.#settings.timeouts.answer);
    } catch (error) {
      this.#onFailure(error);
    }
    const known = await database.selectFrom('tracked_clients').select('read_at').where('client_id', '=', client.id).executeTakeFirst();
    // An empty list would be a lie.
    if (!known) throw unreachable();
    return known.read_at.toISOString();
  }

  /** Brings the copy of a ticket up to date, and takes one that has none yet, if it is the client's. */
  async lookAt(viewer: TicketViewer, id: string): Promise<Seen> {
    const client = this.clientOf(viewer);
    const known = await this.#find(viewer, id);
    const number = known ? known.number : client && numberIn(id);
    if (known?.number === null) await this.send(viewer.database, id);
    if (number === undefined || number === null || known?.status === 'merged')
      return { tracked: known && (await this.#find(viewer, id)), asOf: null };
    try {
      if (client && !this.#rests()) {
        await this.#refresh(viewer.database, client, { id, number, version: known?.version });
        return { tracked: await this.#find(viewer, id), asOf: null };
      }
    } catch (error) {
      this.#onFailure(error);
    }
    if (!known) throw unreachable();
    return { tracked: known, asOf: known.readAt?.toISOString() ?? null };
  }

  /** The number of a ticket that can be changed now; throws 503 where it cannot. */
  require({ tracked, asOf }: Seen): number {
    if (!tracked) throw notFound();
    if (asOf !== null || tracked.number === null) throw unreachable();
    return tracked.number;
  }

  /** Changes one field of a ticket. Whether it has been taken is seen by looking again: the answer does not say. */
  async change(number: number, field: object): Promise<void> {
    await this.#answered(() => this.#connection.send(`ticket/${number}`, { method: 'PUT', body: field }));
  }

  /** Changes who is in copy; the list is taken as a whole. */
  async changeCopies(viewer: TicketViewer, number: number, change: (people: readonly Person[]) => string[]): Promise<void> {
    const client = this.clientOf(viewer)!;
    const ticket = await this.#answered(() => this.#reader.ticket(client.group, number));
    if (!ticket) throw notFound();
    await this.change(number, { Cc: change(ticket.Cc) });
    await this.lookAgain(viewer, number);
  }

  /** Reads a ticket that has just been changed by this person. */
  async lookAgain(viewer: TicketViewer, number: number, actor?: Author): Promise<void> {
    const client = this.clientOf(viewer)!;
    await this.#answered(async () => {
      const ticket = await this.#reader.ticket(client.group, number);
      if (ticket) await copyTicket(this.#place(viewer.database), client, ticket, actor);
    });
  }

  /** The content of a file that is of a message of this ticket. */
  async fileOf({ database, clientId }: TicketViewer, file: string, attachment: number): Promise<Buffer | undefined> {
    const upload = await database
      .selectFrom('uploads')
      .select('subject')
      .where('id', '=', file)
      .where('client_id', '=', clientId)
      .executeTakeFirst();
    const [, transaction] = /^rtp_0*(\d+)$/.exec(upload?.subject ?? '') ?? [];
    if (transaction === undefined) return undefined;
    const number = Number(transaction);
    return await this.#answered(async () =>
      (await this.#reader.isMessage(number)) ? await this.#reader.part(attachment, number) : undefined,
    );
  }

  /** Sends what waits of a ticket, or of all. */
  async send(database: Kysely<Database>, ticketId?: string): Promise<void> {
    if (!this.#rests()) await sendWaiting(this.#place(database), ticketId, () => this.#rests());
  }

  /** Sends what waits, and reads what has never been read, beside the requests. */
  begin({ database, onFailure }: TicketDependencies): { stop(): Promise<void> } {
    this.#report = onFailure;
    let isStopped = false;
    let working: Promise<void> | undefined;
    const work = () => {
      working ??= this.send(database)
        .catch((error: unknown) => this.#onFailure(error))
        .finally(() => (working = undefined));
    };
    const timer = setInterval(work, this.#settings.timeouts.look).unref();
    const first = this.#readFirst(database, () => isStopped).catch((error: unknown) => this.#onFailure(error));
    return {
      stop: async () => {
        isStopped = true;
        clearInterval(timer);
        await Promise.allSettled([working, first, ...this.#reading.values()]);
      },
    };
  }

  /** After a failure everybody is spared to wait for the next one. */
  #onFailure(error: unknown): void {
    if (error instanceof Unreachable) this.#restsUntil = Date.now() + this.#settings.timeouts.rest;
    this.#report(error);
  }

  #rests(): boolean {
    return Date.now() < this.#restsUntil;
  }

  #place(database: Kysely<Database>): Sending {
    return {
      database,
      reader: this.#reader,
      connection: this.#connection,
      settings: this.#settings,
      onFailure: (error) => this.#onFailure(error),
      clientOf: async (clientId) => {
        const client = await database.selectFrom('clients').select(['id', 'name', 'number']).where('id', '=', clientId).executeTakeFirst();
        return client && this.#tracked(client);
      },
    };
  }

  #tracked({ id, name, number }: { id: string; name: string; number: string }): TrackedClient | undefined {
    const group = this.#settings.clients.get(number);
    return group === undefined ? undefined : { id, name, group };
  }

  /** Several who ask at the same time wait for the same answer. */
  #readAll(database: Kysely<Database>, client: TrackedClient): Promise<void> {
    const known = this.#reading.get(client.id);
    if (known) return known;
    const started = copyChanges(this.#place(database), client).finally(() => this.#reading.delete(client.id));
    this.#reading.set(client.id, started);
    return started;
  }

  async #readFirst(database: Kysely<Database>, isStopped: () => boolean): Promise<void> {
    const clients = await database
      .selectFrom('clients')
      .select(['id', 'name', 'number'])
      .where('number', 'in', [...this.#settings.clients.keys(), ''])
      .where('id', 'not in', (of) => of.selectFrom('tracked_clients').select('client_id'))
      .execute();
    for (const client of clients) if (!isStopped()) await this.#readAll(database, this.#tracked(client)!);
  }

  async #refresh(
    database: Kysely<Database>,
    client: TrackedClient,
    { id, number, version }: { id: string; number: number; version: string | null | undefined },
  ): Promise<void> {
    const ticket = await this.#reader.ticket(client.group, number);
    if (ticket && ticket.LastUpdated !== version) await copyTicket(this.#place(database), client, ticket);
    else if (ticket) await database.updateTable('tracked_tickets').set({ read_at: new Date() }).where('ticket_id', '=', id).execute();
    else if (version !== undefined) await followTicket(this.#place(database), client, { ticketId: id, number });
  }

  async #find({ database, clientId }: TicketViewer, id: string): Promise<Tracked | undefined> {
    return await database
      .selectFrom('tracked_tickets')
      .innerJoin('tickets', 'tickets.id', 'tracked_tickets.ticket_id')
      .where('ticket_id', '=', id)
      .where('tracked_tickets.client_id', '=', clientId)
      .select(['tracked_tickets.number', 'tracked_tickets.version', 'tracked_tickets.read_at as readAt', 'tickets.status'])
      .executeTakeFirst();
  }

  /** What cannot be answered now is said in the portal's words. */
  async #answered<Result>(ask: () => Promise<Result>): Promise<Result> {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof Unreachable || error instanceof Refused)) throw error;
      this.#onFailure(error);
      throw error instanceof Refused ? notTaken() : unreachable();
    }
  }
}
