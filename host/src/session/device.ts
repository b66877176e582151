import Bowser from 'bowser';

/** Browser and system of a `User-Agent`, such as "Firefox on Windows"; null where it says neither. */
export function deviceOf(userAgent: string | undefined): string | null {
  if (!userAgent) return null;
  const { browser, os } = Bowser.parse(userAgent.slice(0, 1000));
  const names = [browser.name, os.name].filter((name): name is string => Boolean(name));
  return names.length > 0 ? names.join(' on ') : null;
}
