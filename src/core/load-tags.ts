/** The modules that define tags. */
type Tags = Record<string, () => Promise<unknown>>;

/** Defines each of these tags that the document has, or will have, when it is first seen; what could not be loaded again once the page is online. Does nothing without a DOM. */
export function loadTags(tags: Tags): void {
  if (typeof document === 'undefined') return;
  const load = (element: Element): void => {
    const tag = element.localName;
    if (!Object.hasOwn(tags, tag) || customElements.get(tag)) return;
    tags[tag]!().catch(() => {
      console.warn(`portal-elements: <${tag}> could not be loaded.`);
      addEventListener('online', () => load(element), { once: true });
    });
  };
  const loadWithin = (root: Document | Element): void => {
    if (root instanceof Element) load(root);
    root.querySelectorAll(':not(:defined)').forEach(load);
  };
  loadWithin(document);
  new MutationObserver((records) => {
    for (const { addedNodes } of records) for (const node of addedNodes) if (node instanceof Element) loadWithin(node);
  }).observe(document.documentElement, { childList: true, subtree: true });
}
