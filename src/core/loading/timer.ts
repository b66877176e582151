/** `setTimeout`, as far ahead as timers reach: they hold 31 bits. */
export const startTimer = (act: () => void, milliseconds: number): ReturnType<typeof setTimeout> =>
  setTimeout(act, Math.min(milliseconds, 2 ** 31 - 1));
