/** What a test lets the network answer, one after the other; the last answer stays. */
export type Answer = Response | Error | ((request: Request) => Response | Promise<Response>);

/** A `fetch` that answers as told, counts, and rejects when it is aborted. */
export function network(...answers: Answer[]) {
  const requests: Request[] = [];
  const send = async (request: Request): Promise<Response> => {
    requests.push(request.clone());
    const answer = answers[Math.min(requests.length, answers.length) - 1]!;
    request.signal.throwIfAborted();
    if (answer instanceof Error) throw answer;
    if (answer instanceof Response) return answer.clone();
    const aborted = new Promise<never>((_, reject) => {
      request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
    });
    return Promise.race([answer(request), aborted]);
  };
  return { send, requests };
}

export const json = (body: unknown, init: ResponseInit = {}): Response => Response.json(body, init);

/** An answer that never comes. */
export const never = (): Promise<Response> => new Promise(() => undefined);

/** An answer, and the moment at which it is given. */
export function later(): { answer: () => Promise<Response>; give: (response: Response) => void } {
  let give!: (response: Response) => void;
  const promise = new Promise<Response>((resolve) => (give = resolve));
  return { answer: () => promise, give };
}
