export const milliseconds = (value) => (value === 0 ? '0 ms' : `${value.toFixed(value < 10 ? 1 : 0)} ms`);
export const times = (value) => `${value.toFixed(2)} ×`;
export const kilobytes = (value) => `${(value / 1024).toFixed(2)} KB`;
export const perCycle = (value) => value.toFixed(2).replace('-0.00', '0.00');
