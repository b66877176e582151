import {
  attachmentFields,
  attachmentList,
  contentShape,
  idList,
  ticketFields,
  ticketList,
  transactionFields,
  transactionList,
  transactionType,
  userShape,
  versionList,
  currentNumber,
  type Attachment,
  type TrackedTicket,
  type Transaction,
} from './answers.js';
import { Refused, type Connection } from './connection.js';
import { seenTransactions, seenTypes, ticketsOfClient } from './query.js';
import { tokenForm, type RequestTrackerSettings } from './settings.js';

const page = 100;
/** Sorting by a field that there is not gives no tickets and no error: these are all. */
const latestFirst = [['orderby', 'LastUpdated'], ['order', 'DESC'], ['orderby', 'id'], ['order', 'DESC']] as const; // prettier-ignore
const inOrder = [['orderby', 'id'], ['order', 'ASC']] as const; // prettier-ignore

/** What the portal asks of Request Tracker, and all that it asks. */
export class Reader {
  readonly #connection: Connection;
  readonly #settings: RequestTrackerSettings;
  /** Whether somebody is one of the company's people. */
  readonly #staff = new Map<string, boolean>();
  #ownName: Promise<string> | undefined;

  constructor(connection: Connection, settings: RequestTrackerSettings) {
    this.#connection = connection;
    this.#settings = settings;
  }

  /** The tickets of a client by what happened last, and how many there are. Not for showing: private comments count as well. */
  async versions(group: number, number: number) {
    const parameters = [this.#tickets(group), ...latestFirst, ...paged(number), ['fields', 'LastUpdated']] as const;
    const { items, total } = await this.#connection.ask('tickets', versionList, { parameters });
    return { items, total: total ?? 0, isLast: items.length < page };
  }

  /** The numbers of all tickets of a client. */
  async numbers(group: number): Promise<Set<number>> {
    const found = new Set<number>();
    for (let number = 1; ; number += 1) {
      const { items } = await this.#connection.ask('tickets', idList, { parameters: [this.#tickets(group), ...inOrder, ...paged(number)] });
      for (const { id } of items) found.add(id);
      if (items.length < page) return found;
    }
  }

  /** A ticket, if it is of the client; one that was deleted or merged is not found. */
  async ticket(group: number, number: number): Promise<TrackedTicket | undefined> {
    const parameters = [this.#tickets(group, `id = ${number}`), ...ticketFields, ...paged()];
    const { items } = await this.#connection.ask('tickets', ticketList, { parameters });
    return items.find(({ id }) => id === number);
  }

  /** The number under which a ticket goes on; undefined where there is none. */
  async currentNumber(number: number): Promise<number | undefined> {
    try {
      return (await this.#connection.ask(`ticket/${number}`, currentNumber)).id;
    } catch (error) {
      if (error instanceof Refused && (error.status === 403 || error.status === 404)) return undefined;
      throw error;
    }
  }

  /** Tells whether tickets of this status are over, as the queue's life cycle has it. */
  async isOver(group: number, { id, Status }: TrackedTicket): Promise<boolean> {
    const known: Readonly<Record<string, boolean>> = { new: false, open: false, stalled: false, resolved: true, rejected: true };
    if (Object.hasOwn(known, Status)) return known[Status]!;
    const parameters = [this.#tickets(group, `id = ${id} AND Status = '__Inactive__'`), ...paged()];
    return (await this.#connection.ask('tickets', idList, { parameters })).items.length > 0;
  }

  /** What was written and changed in a ticket, and in those that were merged into it, in its order. */
  async transactions(ticket: number): Promise<Transaction[]> {
    const together = await this.#connection.ask('tickets', idList, { parameters: [['query', `EffectiveId = ${ticket}`], ...paged()] });
    const numbers = [...new Set([ticket, ...together.items.map(({ id }) => id)])];
    const found: Transaction[] = [];
    for (let number = 1; ; number += 1) {
      const query = ['query', seenTransactions(numbers)] as const;
      const parameters = [query, ...inOrder, ...transactionFields, ...paged(number)];
      const { items } = await this.#connection.ask('transactions', transactionList, { parameters });
      found.push(...items.filter(({ Type, ObjectId }) => seenTypes.includes(Type) && numbers.includes(ObjectId)));
      // Nothing of these types is held back, so that a page that is not full is the last.
      if (items.length < page) return found;
    }
  }

  /** The parts of a message. */
  async attachments(transaction: number): Promise<Attachment[]> {
    const parameters = [...attachmentFields, ...paged()];
    const { items } = await this.#connection.ask(`transaction/${transaction}/attachments`, attachmentList, { parameters });
    return items.filter(({ TransactionId }) => TransactionId === transaction);
  }

  /** The content of a part of this message. */
  async part(attachment: number, transaction: number): Promise<Buffer | undefined> {
    const { TransactionId, Content } = await this.#connection.ask(`attachment/${attachment}`, contentShape, { withFiles: true });
    return TransactionId === transaction ? Content : undefined;
  }

  /** Tells whether a transaction is a message that clients see. */
  async isMessage(transaction: number): Promise<boolean> {
    const { Type } = await this.#connection.ask(`transaction/${transaction}`, transactionType);
    return Type === 'Create' || Type === 'Correspond';
  }

  /** The name of the account with which the portal is signed in. */
  ownName(): Promise<string> {
    const [, id] = tokenForm.exec(this.#settings.token)!;
    this.#ownName ??= this.#connection
      .ask(`user/${id}`, userShape)
      .then(({ Name }) => Name)
      .catch((error: unknown) => {
        this.#ownName = undefined;
        throw error;
      });
    return this.#ownName;
  }

  /** Tells whether somebody is one of the company's people. */
  async isStaff(name: string): Promise<boolean> {
    const known = this.#staff.get(name);
    if (known !== undefined) return known;
    try {
      const { Privileged } = await this.#connection.ask(`user/${encodeURIComponent(name)}`, userShape);
      this.#staff.set(name, Privileged === 1);
      return Privileged === 1;
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }

  #tickets(group: number, rest?: string) {
    return ['query', ticketsOfClient(this.#settings, group, rest)] as const;
  }
}

const paged = (number = 1) => [['per_page', String(page)], ['page', String(number)]] as const; // prettier-ignore
