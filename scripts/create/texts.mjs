import { key, literal } from './names.mjs';

/** The texts of an element: collected while it is made, one English wording each. */
export class Texts {
  #texts = new Map();

  /** The call that says it. */
  say(name, english) {
    this.#texts.set(name, english);
    return `t(${literal(name)})`;
  }

  file() {
    const lines = [...this.#texts].map(([name, english]) => `  ${key(name)}: ${literal(english)},`);
    return `export default {\n${lines.join('\n')}\n};\n`;
  }

  /** The same in another language: to be translated, which `npm run check` asks for. */
  translation(catalogue) {
    return `import type english from './${catalogue}.en.js';\nimport type { Translation } from '../../i18n/catalogue.js';\n\n${this.file().replace('export default', 'const texts: Translation<typeof english> =')}\nexport default texts;\n`;
  }
}
