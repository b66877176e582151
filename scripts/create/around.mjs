import { pascal, sentence } from './names.mjs';

/** The module that names the catalogue and its languages. */
export const catalogue = ({ catalogue: name, short, tag }) => `import { catalogue } from '../../i18n/catalogue.js';
import english from './${short}.en.js';

/** Texts of \`${tag}\`. */
export const ${name} = catalogue('${short}', english, {
  de: () => import('./${short}.de.js'),
  cs: () => import('./${short}.cs.js'),
  ar: () => import('./${short}.ar.js'),
});
`;

/** A story for every scene. */
export function stories({ tag, feature, short, scenes, title }, scenesText) {
  const names = [...scenesText.matchAll(/^ {2}(\w+): \{/gm)].map(([, name]) => name);
  return `import type { Meta } from '@storybook/web-components-vite';
import { ${scenes} as scenes } from '../../test/scenes/${short}.js';
import { story } from '../story.js';

export default { title: '${sentence(feature)}/${title}', component: '${tag}' } satisfies Meta;

${names.map((name) => `export const ${pascal(name)} = story(scenes.${name});`).join('\n')}
`;
}

const behaviour = {
  list: ({ className, scenes }, subject) => `
  it('shows what the server lists', async () => {
    const { element } = await mountReady<${className}>(${scenes}.default);
    const rows = element.shadowRoot!.querySelectorAll('tbody tr');
    expect(rows.length).to.equal(1);
    expect(text(rows[0])).to.contain(${subject});
  });`,
  record: ({ className, scenes }, subject) => `
  it('shows the record', async () => {
    const { element } = await mountReady<${className}>(${scenes}.default);
    expect(text(element.shadowRoot!.querySelector('h2'))).to.equal(${subject});
  });`,
  form: ({ className, scenes }, method) => `
  it('sends what was typed and says so', async () => {
    const { element, requests } = await mountReady<${className}>(${scenes}.default);
    element.shadowRoot!.querySelector<HTMLButtonElement>('button[type="submit"]')!.click();
    await until(() => element.shadowRoot!.querySelector('[part="notice"]'));
    expect(requests.map((request) => request.method)).to.deep.equal(['${method}']);
  });`,
};

/** The test: the contract of every element, and one behaviour to begin with. */
export function elementTest(names, kind, { mock, shows, resource }) {
  const { tag, feature, short, className, scenes } = names;
  const isForm = kind === 'form';
  const isOpen = resource === 'guest' || resource === 'session';
  return `import { expect } from '@open-wc/testing';
import '../../src/define/${tag}.js';
import type { ${className} } from '../../src/${feature}/${tag}.js';
${isForm ? '' : `import { ${mock} } from '../mocks/${short}.js';\n`}import { ${scenes} } from '../scenes/${short}.js';
import { keepsThePortalContract } from '../support/contract.js';
import { mountReady, ${isForm ? 'until' : 'text'} } from '../support/mount.js';

keepsThePortalContract('${tag}', ${scenes}${isOpen ? `, { ${resource}: true }` : ''});

describe('<${tag}>', () => {${behaviour[kind](names, shows)}
});
`;
}
