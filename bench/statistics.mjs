export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** How much `values` grow from one of `steps` to the next: the line through all of them, by least squares. */
export function slope(steps, values) {
  const mean = (numbers) => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
  const [meanStep, meanValue] = [mean(steps), mean(values)];
  const covariance = mean(steps.map((step, index) => (step - meanStep) * (values[index] - meanValue)));
  return covariance / mean(steps.map((step) => (step - meanStep) ** 2));
}

/** Measures every case `times` over, each time in another order, so that what slows the machine down meets all of them. */
export async function interleave(cases, times, measure) {
  const results = Object.fromEntries(cases.map((name) => [name, []]));
  for (let time = 0; time < times; time++) {
    for (let place = 0; place < cases.length; place++) {
      const name = cases[(time + place) % cases.length];
      results[name].push(await measure(name, time));
    }
  }
  return results;
}
