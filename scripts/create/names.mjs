const capitalize = (text) => text.charAt(0).toUpperCase() + text.slice(1);

/** `rack-list` as `RackList`. */
export const pascal = (name) => name.split('-').map(capitalize).join('');

/** `rack-list` as `rackList`. */
export const camel = (name) => pascal(name).replace(/^./, (letter) => letter.toLowerCase());

/** `dueOn` as `due-on`. */
export const kebab = (name) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** `dueOn` and `due-on` as `due_on`. */
export const snake = (name) => kebab(name).replaceAll('-', '_');

/** `dueOn` as `Due on`, `isLocked` as `Locked`: the text to begin with. */
export const sentence = (name) =>
  capitalize(
    kebab(name.replace(/^is(?=[A-Z])/, ''))
      .replace(/^-/, '')
      .replaceAll('-', ' '),
  ).replace(/\b(id|ip|dns|vat|url|cpu)\b/gi, (word) => word.toUpperCase());

/** A value as it is written in a module. */
export const literal = (value) => JSON.stringify(value);

/** A name as a key of an object. */
export const key = (name) => (/^[a-z]\w*$/i.test(name) ? name : literal(name));

const article = (name) => (/^[aeiou]/i.test(name) ? 'an' : 'a');

/** The names that are made from the element's tag. */
export function namesOf(tag, feature) {
  const short = tag.replace(/^portal-/, '');
  return {
    tag,
    feature,
    short,
    className: pascal(tag),
    catalogue: camel(short),
    scenes: `${camel(short)}Scenes`,
    title: sentence(camel(short)),
  };
}

/** The function that makes a record of this schema for tests: `anInvoice`. */
export const makerOf = (schema) => `${article(schema)}${schema}`;
