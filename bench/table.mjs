const titles = { name: 'what', figure: 'figure', budget: 'budget', verdict: '', note: '' };

export const isOver = ({ value, limit }) => limit !== undefined && value > limit;

/** Prints measured rows; a row without a limit is only for information. */
export function printTable(rows) {
  const lines = rows.map((row) => ({ ...row, verdict: row.limit === undefined ? '' : isOver(row) ? 'OVER' : 'ok' }));
  const width = (column) => Math.max(...[titles, ...lines].map((line) => (line[column] ?? '').length));
  const widths = { name: width('name'), figure: width('figure'), budget: width('budget'), verdict: 4, note: 0 };
  for (const line of [titles, ...lines]) {
    console.log(
      Object.entries(widths)
        .map(([column, room]) => (column === 'figure' ? (line[column] ?? '').padStart(room) : (line[column] ?? '').padEnd(room)))
        .join('  ')
        .trimEnd(),
    );
  }
}
