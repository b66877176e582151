import type { Phase } from '../core/phase.js';

/** Portal elements that only frame others: what counts is inside them. */
const frames = new Set(['portal-provider']);

/** The portal elements among `elements` and in what they show: through slots and other elements' shadow roots, but not into portal elements. */
export function* portalElements(elements: Iterable<Element>): Generator<Element> {
  for (const each of elements) {
    if (each.localName.startsWith('portal-') && !frames.has(each.localName)) yield each;
    else yield* portalElements(each instanceof HTMLSlotElement ? each.assignedElements() : (each.shadowRoot ?? each).children);
  }
}

/** The phase of a group of portal elements: closed when all are, shown when one is; unknown while none is shown and one may yet be. */
export function combinedPhase(elements: Iterable<Element>): Phase {
  const phases = [...elements].map((each) => each.getAttribute('phase') ?? 'pending');
  if (phases.some((phase) => phase !== 'pending' && phase !== 'denied')) return 'ready';
  return phases.length === 0 || phases.includes('pending') ? 'pending' : 'denied';
}
