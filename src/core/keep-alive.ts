import { render, type TemplateResult } from 'lit';

const places = new WeakSet<Node>();

/**
 * Where an element stands inside another: it stays the same element while the other may not be seen, so that what was
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

/** Whether an element that has left the page stands in a place that is kept. */
export function isKeptAlive(node: Node): boolean {
  const root = node.getRootNode();
  return places.has(root) || (root instanceof ShadowRoot && isKeptAlive(root.host));
}
