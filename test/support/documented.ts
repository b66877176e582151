interface Declaration {
  tagName: string;
  cssParts: { name: string }[];
  slots: { name: string }[];
}

let reading: Promise<Map<string, Declaration>> | undefined;

async function read(): Promise<Map<string, Declaration>> {
  const declarations = (await (await fetch('/documented.json')).json()) as Declaration[];
  return new Map(declarations.map((each) => [each.tagName, each]));
}

/** Parts and slots of an element, as it is now, that the manifest does not tell of. */
export async function undocumented({ localName, shadowRoot }: Element): Promise<string[]> {
  const declaration = (await (reading ??= read())).get(localName);
  if (!declaration || !shadowRoot) return declaration ? [] : [`the tag ${localName}`];
  const names = (items: { name: string }[]) => new Set(items.map(({ name }) => name));
  const [parts, slots] = [names(declaration.cssParts), names(declaration.slots)];
  const shownParts = [...shadowRoot.querySelectorAll('[part]')].flatMap(({ part }) => [...part]);
  const shownSlots = [...shadowRoot.querySelectorAll('slot')].map(({ name }) => name);
  return [
    ...new Set([
      ...shownParts.filter((name) => !parts.has(name)).map((name) => `the part ${name}`),
      ...shownSlots.filter((name) => !slots.has(name)).map((name) => `the slot ${name || '(default)'}`),
    ]),
  ];
}
