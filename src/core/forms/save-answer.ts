import { unwrap, type Answer } from '../../api/problem.js';

/** The last part of a file name from `Content-Disposition` (RFC 6266), without anything that could be a path. */
export function fileName(response: Response, fallback: string): string {
  const header = response.headers.get('Content-Disposition') ?? '';
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  let name = /filename="?([^";]+)"?/i.exec(header)?.[1];
  try {
    if (extended) name = decodeURIComponent(extended);
  } catch {
    // Badly encoded: the plain name stands.
  }
  const last = name?.split(/[\\/]/).pop()?.trim();
  return last && !/^\.+$/.test(last) ? last : fallback;
}

/** Saves the body of an answer (a `parseAs: 'blob'` call) as a file. Rejects with an `ApiError` as `unwrap` does. */
export async function saveAnswer(call: Promise<Answer<unknown>>, fallback = 'download'): Promise<void> {
  let response: Response | undefined;
  const blob = await unwrap(call.then((answer) => ((response = answer.response), answer)));
  saveFile(blob as Blob, fileName(response!, fallback));
}

/** Saves a file under a name. */
export function saveFile(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has taken its own reference by then.
  setTimeout(() => URL.revokeObjectURL(address), 1000);
}
