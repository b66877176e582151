import type { CSSResultGroup } from 'lit';
import { property } from '../core/property.js';
import { PortalElement } from '../core/portal-element.js';
import { detailStyles } from './styles/detail.js';
import { printStyles } from './styles/print.js';
import { sharedStyles } from './styles/shared.js';
import { toolStyles } from './styles/tools.js';

/**
 * The base of every element that shows one record.
 *
 * @csspart detail - All of it.
 * @csspart skeleton - The placeholder of a record that is loading.
 * @csspart empty - What is said when no record is named.
 * @csspart facts - Its facts with their names.
 * @csspart badge - A word of state.
 */
export abstract class PortalRecordElement extends PortalElement {
  static override styles: CSSResultGroup = [PortalElement.styles, sharedStyles, toolStyles, detailStyles, printStyles];

  /** Name of a parameter of the page's address that holds the record's id, so that a page needs no script. */
  @property({ attribute: 'id-param' }) idParam?: string;

  /** The id: as given, else from the page's address. */
  protected recordId(given: string | undefined): string | undefined {
    return given || (this.idParam ? (new URL(location.href).searchParams.get(this.idParam) ?? undefined) : undefined);
  }
}
