import { css, html, nothing, type TemplateResult } from 'lit';

/** Links under one node of the resource tree; the node is '' for those that belong to none. */
export interface Group {
  node: string;
  links: HTMLAnchorElement[];
}

/** The permitted links of a menu under the nodes they belong to, in the order of the page. */
export function groupLinks(menu: Element, permits: (permission: string) => boolean): Group[] {
  // An editor that has wrapped the links in paragraphs does not keep them out.
  menu.append(...menu.querySelectorAll(':scope > :not(a) a'));
  const groups = new Map<string, HTMLAnchorElement[]>();
  for (const link of menu.querySelectorAll<HTMLAnchorElement>(':scope > a')) {
    const { permission = '' } = link.dataset;
    if (!permits(permission)) continue;
    const node = permission === 'client-portal' ? '' : permission.split('.')[0]!;
    groups.set(node, [...(groups.get(node) ?? []), link]);
  }
  return [...groups].map(([node, links]) => ({ node, links }));
}

/** A place for each link. */
export function places(links: readonly HTMLAnchorElement[], label?: string): TemplateResult {
  return html`<ul aria-labelledby=${label ?? nothing}>
    ${links.map(() => html`<li><slot></slot></li>`)}
  </ul>`;
}

/** Places under the names of their nodes. */
export function groupList(groups: readonly Group[], name: (node: string) => string): TemplateResult {
  return html`<ul class="groups">
    ${groups.map(
      ({ node, links }) =>
        html`<li>${node ? html`<span part="group" id=${node}>${name(node)}</span>` : nothing} ${places(links, node || undefined)}</li>`,
    )}
  </ul>`;
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
