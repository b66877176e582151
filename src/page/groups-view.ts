import { css, html, nothing, type TemplateResult } from 'lit';
import { menuOf } from '../context/resource-tree.js';

/** Links under one node of the resource tree; the node is '' for those that belong to none. */
export interface Group {
  node: string;
  links: HTMLAnchorElement[];
  /** The first link is of what the node is about, as Contracts is of Contracts, and stands for it. */
  led: boolean;
}

const leads = (node: string, { dataset }: HTMLAnchorElement) => [node, `${node}.list`].includes(dataset['permission'] ?? '');

/** The permitted links of a menu under the nodes they belong to, in the order of the page; the one that leads a node comes first. */
export function groupLinks(menu: Element, permits: (permission: string) => boolean): Group[] {
  // An editor that has wrapped the links in paragraphs does not keep them out.
  menu.append(...menu.querySelectorAll(':scope > :not(a) a'));
  const groups = new Map<string, HTMLAnchorElement[]>();
  for (const link of menu.querySelectorAll<HTMLAnchorElement>(':scope > a')) {
    const { permission = '' } = link.dataset;
    if (!permits(permission)) continue;
    const node = menuOf(permission) ?? '';
    groups.set(node, [...(groups.get(node) ?? []), link]);
  }
  return [...groups].map(([node, links]) => {
    const lead = node === '' ? undefined : links.find((link) => leads(node, link));
    return { node, links: lead ? [lead, ...links.filter((link) => link !== lead)] : links, led: !!lead };
  });
}

/** A list with a slot for each link. */
export function linkList(links: readonly HTMLAnchorElement[], label?: string): TemplateResult {
  return html`<ul aria-labelledby=${label ?? nothing}>
    ${links.map(() => html`<li><slot></slot></li>`)}
  </ul>`;
}

/** Lists of links under the names of their nodes. */
export function groupList(groups: readonly Group[], name: (node: string) => string): TemplateResult {
  return html`<ul class="groups">
    ${groups.map(
      ({ node, links }) =>
        html`<li>${node ? html`<span part="group" id=${node}>${name(node)}</span>` : nothing} ${linkList(links, node || undefined)}</li>`,
    )}
  </ul>`;
}

export interface Folding {
  /** The node whose links are shown. */
  open: string | undefined;
  /** Opens a node, or closes what is open. */
  toggle: (node: string | undefined) => void;
  name: (node: string) => string;
  /** The name of the button beside a leading link. */
  more: (name: string) => string;
}

/** One link a node, or a button with its name, in a row; the others are shown when the button is pressed. */
export function foldedList(groups: readonly Group[], folding: Folding): TemplateResult {
  const alone = ({ node, links }: Group) => node === '' || links.length === 1;
  return html`<ul class="folded">
    ${groups.map((group) => (alone(group) ? group.links.map(() => html`<li><slot></slot></li>`) : fold(group, folding)))}
  </ul>`;
}

function fold({ node, links, led }: Group, { open, toggle, name, more }: Folding): TemplateResult {
  const isOpen = open === node;
  const close = (event: KeyboardEvent) => {
    if (!isOpen || event.key !== 'Escape') return;
    toggle(undefined);
    (event.currentTarget as Element).querySelector('button')!.focus();
  };
  const leave = ({ currentTarget, relatedTarget }: FocusEvent) => {
    const to = relatedTarget as Element | null;
    // A browser that does not focus what is pressed names nothing.
    if (isOpen && to && !(currentTarget as Element).contains(to.assignedSlot ?? to)) toggle(undefined);
  };
  return html`<li class="fold" @keydown=${close} @focusout=${leave}>
    ${led ? html`<slot></slot>` : nothing}
    <button
      type="button"
      part="group"
      class=${links.some(({ ariaCurrent }, index) => ariaCurrent && !(led && index === 0)) ? 'here' : ''}
      aria-expanded=${isOpen}
      aria-controls=${node}
      aria-label=${led ? more(name(node)) : nothing}
      @click=${() => toggle(isOpen ? undefined : node)}
    >
      ${led ? nothing : name(node)}<span class="arrow" aria-hidden="true"></span>
    </button>
    <ul id=${node} ?hidden=${!isOpen}>
      ${links.slice(led ? 1 : 0).map(() => html`<li><slot></slot></li>`)}
    </ul>
  </li>`;
}

export const menuStyles = css`
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35em 1.5em;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .groups {
    gap: 1.25em 2.5em;
  }
  .groups ul {
    flex-direction: column;
  }
  [part='group'] {
    display: block;
    margin-block-end: 0.35em;
    font-size: 0.875em;
    color: var(--_muted);
  }
  .folded {
    align-items: center;
  }
  .fold {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
  }
  .fold button {
    display: inline-flex;
    min-block-size: 1.75em;
    min-inline-size: 1.75em;
    margin-block: 0;
    padding: 0 0.35em;
    border: 0;
    color: inherit;
    font-size: 1em;
    font-weight: inherit;
  }
  .fold button:first-child {
    padding-inline-start: 0;
  }
  .fold .here {
    font-weight: 600;
  }
  .arrow {
    inline-size: 0.45em;
    block-size: 0.45em;
    margin-block-end: 0.2em;
    border: solid currentColor;
    border-width: 0 0.14em 0.14em 0;
    transform: rotate(45deg);
  }
  [aria-expanded='true'] .arrow {
    margin-block: 0.2em 0;
    transform: rotate(225deg);
  }
  .fold ul {
    position: absolute;
    z-index: 10;
    inset-block-start: 100%;
    inset-inline-start: 0;
    flex-direction: column;
    gap: 0.15em;
    inline-size: max-content;
    max-inline-size: min(20em, 90vi);
    padding: 0.5em 1em;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    box-shadow: var(--portal-shadow, 0 0.5em 1.5em rgb(0 0 0 / 0.2));
  }
  .fold ul[hidden] {
    display: none;
  }
  @media (max-width: 34em) {
    .fold ul {
      position: static;
      inline-size: 100%;
      max-inline-size: none;
      margin-block: 0.25em;
    }
  }
  ::slotted(a) {
    display: inline-block;
    padding-block: 0.25em;
    color: inherit;
    text-decoration: none;
    text-underline-offset: 0.25em;
  }
  ::slotted(a:hover),
  ::slotted(a[aria-current]) {
    text-decoration: underline;
  }
  ::slotted(a[aria-current]) {
    font-weight: 600;
  }
`;
