import type { Answer } from '../api/problem.js';

/** The versions (entity tags) in which records were read or written, for `If-Match`. */
export class Versions<T extends object> {
  readonly #tags = new WeakMap<T, string>();

  /** The version of a record that came with an answer. */
  of(record: T): string {
    return this.#tags.get(record) ?? '';
  }

  /** Remembers the version of an answer. */
  async noted(call: Promise<Answer<T>>): Promise<Answer<T>> {
    const answer = await call;
    if (answer.data) this.#tags.set(answer.data, answer.response.headers.get('ETag') ?? '');
    return answer;
  }
}
