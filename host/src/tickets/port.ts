import type { Kysely } from 'kysely';
import type { components } from 'portal-elements/contract';
import type { Database } from '../database/tables.js';
import type { OperationContext, OperationRequest } from '../http/operation.js';
import type { StoredFile } from '../http/uploads.js';
import { ownTickets } from './own/adapter.js';

type Schemas = components['schemas'];
/** A ticket without what the person who asks prefers, which the host keeps by itself. */
export type Ticket = Omit<Schemas['Ticket'], 'preferences'>;
export type TicketSummary = Schemas['TicketSummary'];
export type TicketDepartment = Schemas['TicketDepartment'];
export type TicketPriority = Schemas['TicketPriority'];
export type TicketFact = Schemas['TicketFact'];
export type TicketFilter = Omit<OperationRequest<'listTickets'>['query'], 'cursor' | 'limit' | 'sort'>;
export type TicketSearchFilter = Omit<OperationRequest<'searchTickets'>['query'], 'cursor' | 'limit' | 'sort'>;

/** The person who asks. An adapter keeps to the client, to `reachOf`, and to `mayChange`. */
export type TicketViewer = OperationContext;

/** What a ticket is about, with the contract that it belongs to. */
export interface AttachedThing {
  kind: string;
  id: string;
  label: string;
  contractId: string | null;
}

/** A ticket that is to be opened: its choices are among those that the adapter offers, and the person may see the thing. */
export interface TicketDraft {
  department: string;
  subject: string;
  text: string;
  priority: string;
  thing: AttachedThing | null;
  /** Contacts of the client. */
  copies: readonly string[];
  facts: readonly TicketFact[];
  /** Files that the person has uploaded. */
  fileIds: readonly string[];
}

/** The place where tickets are kept. Throws 404 for what the person may not see, 403 and 409 as the contract has it. */
export interface TicketPort {
  departments(viewer: TicketViewer): Promise<TicketDepartment[]>;
  priorities(viewer: TicketViewer): Promise<TicketPriority[]>;
  /** The department to which disputes of invoices go; none: they are told by mail alone. */
  departmentOfDisputes(viewer: TicketViewer): Promise<TicketDepartment | undefined>;
  list(
    viewer: TicketViewer,
    filter: TicketFilter,
    page: { sort: string; limit: number; cursor?: string | undefined },
  ): Promise<Schemas['TicketPage']>;
  /** Every ticket of the filter, in batches. */
  all(viewer: TicketViewer, filter: TicketFilter, sort: string): AsyncIterable<TicketSummary[]>;
  /** Tickets in which the words were written, of those that `list` has; nothing of what is hidden from clients is searched. */
  search(
    viewer: TicketViewer,
    filter: TicketSearchFilter,
    page: { sort: string; limit: number; cursor?: string | undefined },
  ): Promise<Schemas['TicketSearchPage']>;
  /** Every ticket that was found, in batches. */
  allFound(viewer: TicketViewer, filter: TicketSearchFilter, sort: string): AsyncIterable<TicketSummary[]>;
  searchOptions(viewer: TicketViewer): Promise<Schemas['TicketSearchOptions']>;
  /** A ticket with its last posts, without what is hidden from clients. */
  read(viewer: TicketViewer, id: string, posts?: number): Promise<Ticket>;
  /** Opens a ticket; within this transaction, if one is given, so that it is opened with what gave rise to it or not at all. */
  open(viewer: TicketViewer, draft: TicketDraft, transaction?: Kysely<Database>): Promise<TicketSummary>;
  /** Once the transaction is over in which a ticket was opened: the ticket, with the number that it has got if it is known by now. */
  opened(viewer: TicketViewer, ticket: TicketSummary): Promise<TicketSummary>;
  reply(viewer: TicketViewer, id: string, post: { text: string; fileIds: readonly string[] }): Promise<void>;
  close(viewer: TicketViewer, id: string): Promise<void>;
  reopen(viewer: TicketViewer, id: string): Promise<void>;
  /** Throws 412 unless `ifMatch` names the present `etag` of the ticket. */
  rate(viewer: TicketViewer, id: string, rating: { score: number; words: string | null }, ifMatch: string | undefined): Promise<void>;
  addCopy(viewer: TicketViewer, id: string, contactId: string): Promise<void>;
  removeCopy(viewer: TicketViewer, id: string, contactId: string): Promise<void>;
  /** A file of a post that the person may see. */
  file(viewer: TicketViewer, id: string, file: string): Promise<StoredFile>;
  /** The company's people hear of new tickets from the place itself, and not by a mail of the host. */
  tellsCompany?: boolean;
  /** Begins what is done beside requests, once the host listens. */
  begin?(dependencies: TicketDependencies): { stop(): Promise<void> };
}

export interface TicketDependencies {
  database: Kysely<Database>;
  /** Told of what went wrong, for the log. */
  onFailure: (error: unknown) => void;
}

/** The port of this process: the host's own tables, unless another has been set. */
export let tickets: TicketPort = ownTickets;

/** Keeps tickets elsewhere, before anything else of the host runs. */
export function useTickets(port: TicketPort): void {
  tickets = port;
}
