const holders = new Set<object>();

const ask = (event: BeforeUnloadEvent) => event.preventDefault();

/** Tells whether something on the page has been changed and not saved. */
export const isUnsaved = (): boolean => holders.size > 0;

/** While a holder has something unsaved, leaving the page asks first. */
export function warnBeforeUnload(holder: object, unsaved: boolean): void {
  if (unsaved) holders.add(holder);
  else holders.delete(holder);
  if (isUnsaved()) addEventListener('beforeunload', ask);
  else removeEventListener('beforeunload', ask);
}

/** Loads the page anew without asking: what is unsaved there is not of the person who is now at it. */
export function reloadPage(): void {
  removeEventListener('beforeunload', ask);
  location.reload();
}
