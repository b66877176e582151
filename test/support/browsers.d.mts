export function findChromium(): string | undefined;
export const chromiumArguments: readonly string[];
