import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A module of an area, or nothing while the area is being built. */
export async function present<Module extends object>(path: string): Promise<Partial<Module>> {
  const url = new URL(path, import.meta.url);
  return existsSync(fileURLToPath(url)) ? ((await import(url.href)) as Module) : {};
}
