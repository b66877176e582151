/**
 * An address of this site from a parameter that anyone may have written into a link: a path of the same origin, in full,
 * so that nothing in it can be taken for another host; anything else is `undefined`.
 */
export function returnAddress(value: string | null): string | undefined {
  if (!value?.startsWith('/')) return undefined;
  try {
    const address = new URL(value, location.origin);
    return address.origin === location.origin ? address.href : undefined;
  } catch {
    return undefined;
  }
}
