/** How Request Tracker is reached, and what of it is the portal's. */
export interface RequestTrackerSettings {
  /** Where its web pages are, without a slash at the end. */
  url: string;
  /** A token of the service account. */
  token: string;
  /** The custom role that holds the group of a ticket's client. */
  companyRole: string;
  /** Queues by the ids of departments. No other queue is the clients'. */
  queues: ReadonlyMap<string, string>;
  /** Ids of groups by the numbers of clients. */
  clients: ReadonlyMap<string, number>;
  /** Milliseconds. */
  timeouts: {
    /** For an answer. */
    answer: number;
    /** For a file, in either direction. */
    file: number;
    /** Before it is asked again once it could not be reached. */
    rest: number;
    /** Before something is sent again of which nobody knows whether it has arrived; longer than it may take to arrive. */
    doubt: number;
    /** Before something is sent again that surely has not arrived, times the number of attempts. */
    again: number;
    /** Between two looks at what waits to be sent. */
    look: number;
  };
}

export const usualTimeouts: RequestTrackerSettings['timeouts'] = {
  answer: 10_000,
  file: 60_000,
  rest: 5_000,
  doubt: 120_000,
  again: 15_000,
  look: 5_000,
};

/** The form of tokens, which begin with the id of a token and that of its user. */
export const tokenForm = /^\d+-(\d+)-[0-9a-f]{32}$/;
