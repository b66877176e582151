/** What `test/support/bundle.mjs` has made. */
interface Bundle {
  /** Addresses of modules that are loaded later, by their files. */
  modules: Record<string, string>;
  /** Files of English texts by the addresses at which they are. */
  texts: Record<string, string[]>;
}

let reading: Promise<Bundle> | undefined;

const bundle = (): Promise<Bundle> => (reading ??= fetch('/modules.json').then((answer) => answer.json() as Promise<Bundle>));

/** Where a module is that is loaded later, such as `src/services/edit-panel.ts`. */
export async function addressOf(module: string): Promise<string> {
  const { [module]: address } = (await bundle()).modules;
  if (!address) throw new Error(`Nothing loads ${module} later.`);
  return address;
}

/** Loads all texts in a language whose English ones are on the page. */
export async function loadTexts(language: string): Promise<void> {
  const { texts } = await bundle();
  const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname);
  const english = new Set(loaded.flatMap((path) => texts[path] ?? []));
  const load = async (file: string) => void (await import(await addressOf(file.replace('.en.', `.${language}.`))));
  await Promise.all([...english].map(load));
}
