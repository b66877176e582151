/** What a headless Chromium is started with. */
export const chromiumArguments: string[];

/** The paths of the browsers there are, of `wanted` only when given; rejects when there is none. */
export function findBrowsers(wanted?: readonly string[]): Promise<{ chromium?: string; firefox?: string; webkit?: string }>;
export function findChromium(): string | undefined;
export function findFirefox(): string | undefined;
export function findWebKit(): string | undefined;
