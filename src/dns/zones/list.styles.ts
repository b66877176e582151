import { css, type CSSResultGroup } from 'lit';
import { columnWidths } from '../../ui/styles/columns.js';

/** Columns of the zone list. */
export const zonesStyles: CSSResultGroup = [
  columnWidths({ name: '20%', records: '5em', changedAt: '8.75em', status: '9em', actions: '13.5em' }),
  css`
    td .badge {
      white-space: normal;
    }
    .ascii {
      display: block;
      font-weight: 400;
    }
  `,
];
