import { benchPages, benchImports, benchLargeClients } from '../host/bench/run.ts';

/** What the reference host measures of itself, as rows of this table. */
export async function hostRows() {
  const rows = [];
  for (const measure of [benchPages, benchImports, benchLargeClients]) {
    for (const { name, figure, unit, budget } of await measure()) {
      rows.push({ name: `Host: ${name}`, value: figure, figure: `${figure} ${unit}`, limit: budget, budget: `≤ ${budget} ${unit}` });
    }
  }
  return rows;
}
