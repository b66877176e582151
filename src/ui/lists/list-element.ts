import type { CSSResultGroup } from 'lit';
import { Lazy } from '../../core/lazy.js';
import { property } from '../../core/property.js';
import { PortalElement } from '../../core/portal-element.js';
import { warnOnce } from '../../core/warn.js';
import type { ListToolbar } from './list-view.js';
import { listStyles } from '../styles/list.js';
import { sharedStyles } from '../styles/shared.js';

/**
 * The base of every list element: the properties a page author sets.
 *
 * @slot empty - Replaces the text shown when the list has no rows at all.
 * @csspart list - All of it.
 * @csspart toolbar - Search, filters and actions.
 * @csspart filters - The panel of filters, where there are some; closed, a chip for every filter that holds.
 * @csspart summary - The sums over all rows, where there are some.
 * @csspart table - The table.
 * @csspart header - A column's header.
 * @csspart row - A row.
 * @csspart badge - A word of state.
 * @csspart pager - Paging.
 * @csspart skeleton - The placeholder of rows that are loading.
 * @csspart empty - What is said when there are no rows.
 * @cssstate empty - The list has no rows at all.
 * @cssstate no-match - No row matches the filters.
 */
export abstract class PortalListElement extends PortalElement {
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, listStyles];

  /** Filters and sort as in an address, by the contract's names: `state=open&sort=-dueOn`. Follows what the user does. */
  @property({ reflect: true }) query = '';

  /** Name of a parameter of the page's address in which `query` is kept, so that the view can be bookmarked. */
  @property({ attribute: 'query-param' }) queryParam?: string;

  /** Rows a page, 1 to 200. */
  @property({ attribute: 'page-size', converter: pageSize }) pageSize = 50;

  /** The tools around the table. @internal */
  readonly toolbar: Lazy<ListToolbar> = new Lazy(this, () => import('./list-toolbar.js'));
}

/** What every list promises whose rows lead to a record. */
export abstract class PortalRecordListElement extends PortalListElement {
  /** The address that a row leads to, with `{id}` for its id: `/invoice?id={id}`. Without it the row opens in a dialog. */
  @property({ attribute: 'item-href' }) itemHref?: string;
}

function pageSize(value: string | null): number {
  const size = Number(value ?? 50);
  if (Number.isInteger(size) && size >= 1 && size <= 200) return size;
  warnOnce(`page-size="${value}" is not a whole number from 1 to 200; 50 is used.`);
  return 50;
}
