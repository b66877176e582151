import { render, type TemplateResult } from 'lit';

const places = new WeakSet<Node>();

/**
 * A place for an element inside another: it stays the same element while the other may not be seen, so that what was
 * typed in it is still there when the session has been renewed. It is for elements with a gate of their own, which drop
 * what they show by themselves.
 */
export class KeepAlive {
  #node?: HTMLElement | undefined;

  /** The place with this content. */
  keep(content: TemplateResult): HTMLElement {
    if (!this.#node) places.add((this.#node = document.createElement('div')));
    render(content, this.#node);
    return this.#node;
  }

  /** The next content begins anew. */
  clear(): void {
    this.#node = undefined;
  }
}

/** Tells whether an element that has left the page stands in a place that is kept, however deep in what has left with it. */
export function isKeptAlive(element: Element): boolean {
  const root = element.getRootNode();
  if (root instanceof ShadowRoot) return isKeptAlive(root.host);
  for (let node: Node | null = element; node; node = node.parentNode) if (places.has(node)) return true;
  return false;
}
