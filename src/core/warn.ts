const told = new Set<string>();

/** Tells the page's developer once about a wrong attribute or property; never throws into the page. */
export function warnOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`portal-elements: ${message}`);
}
