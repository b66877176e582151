import { ApiError } from '../api/problem.js';

/** The first element in the slot that has this method; looks through slots that are handed on. */
export function findWithMethod<Fields extends Element>(slot: HTMLSlotElement, method: keyof Fields & string): Fields | undefined {
  return slot
    .assignedElements({ flatten: true })
    .find((element): element is Fields => typeof (element as Partial<Record<string, unknown>> & Element)[method] === 'function');
}

/** Calls `found` whenever an element in the slot has been defined, for one that was put there before its script came. */
export function whenSlottedDefined(slot: HTMLSlotElement, found: () => void): void {
  for (const { localName } of slot.assignedElements({ flatten: true }))
    if (localName.includes('-')) void customElements.whenDefined(localName).then(found);
}

/**
 * Asks a payment provider's fields for a token; ends with the signal, whatever the fields do. What they reject with is told
 * like a refusal by the provider; an `AbortError` is passed on.
 */
export async function requestToken(ask: () => Promise<unknown>, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  const left = new Promise<never>((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true }));
  try {
    const token = await Promise.race([ask(), left]);
    if (typeof token === 'string' && token !== '') return token;
  } catch (reason) {
    const { name, message } = reason instanceof Error ? reason : new Error();
    throw name === 'AbortError' ? new DOMException(message, name) : new ApiError('http', 402, { title: message });
  }
  throw new ApiError('http', 402);
}

/** Tells whether the server may have carried out what it was asked for, although its answer never came. */
export const isUnresolved = (error: ApiError): boolean =>
  error.fault !== 'http' || error.status >= 500 || error.status === 408 || error.is('request-outstanding');
