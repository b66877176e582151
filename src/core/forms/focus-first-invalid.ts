/** Leads to the first field that needs another look, or the first choice between two values; where there is none, to what says that somebody was faster. */
export function focusFirstInvalid(root: ParentNode, stale = false): void {
  const field = root.querySelector<HTMLElement>('[aria-invalid="true"], [part~="clash"] button');
  if (field ?? !stale) return field?.focus();
  const notice = root.querySelector<HTMLElement>('[part~="stale"]');
  notice?.setAttribute('tabindex', '-1');
  notice?.focus();
}
