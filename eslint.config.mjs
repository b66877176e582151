import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import { defineConfig } from 'eslint/config';
import globals from 'globals';
import tseslint from 'typescript-eslint';

/** What `npm run create` makes elements from: modules as those in src, test, stories and host. */
const templates = 'scripts/create/templates';
const outside = ['test', 'host', 'stories', 'scripts', 'bench'];

/** What each layer of src may import besides itself. Arrows point one way: features → ui → core → context → api; i18n is a leaf. */
const layerMayImport = {
  i18n: [],
  api: [],
  context: ['api', 'i18n'],
  core: ['context', 'api', 'i18n'],
  ui: ['core', 'context', 'api', 'i18n'],
};

/** Every other folder of src is a feature, which imports no other. */
const features = readdirSync(join(import.meta.dirname, 'src'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'define' && !Object.hasOwn(layerMayImport, entry.name))
  .map(({ name }) => name);

const mayImport = {
  ...layerMayImport,
  ...Object.fromEntries(features.map((feature) => [feature, ['ui', 'core', 'context', 'api', 'i18n']])),
};
const folders = [...Object.keys(mayImport), 'define'];

const unsafeDirectives = {
  group: ['lit/directives/unsafe-*', 'lit-html/directives/unsafe-*'],
  message: 'Markup from data is never trusted.',
};

const arrows = Object.entries(mayImport).map(([folder, allowed]) => {
  const forbidden = [...folders.filter((other) => other !== folder && !allowed.includes(other)), ...outside].join('|');
  // Two leaves of core that need nothing themselves.
  const message = `src/${folder} may import ${allowed.length > 0 ? allowed.join(', ') : 'no other folder of src'}.`;
  return {
    files: [`src/${folder}/**/*.ts`],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [unsafeDirectives, { regex: `^(\\.\\./)+(?!core/(property|warn)\\.js$)(${forbidden})/`, message }] },
      ],
    },
  };
});

const htmlSinks = ['innerHTML', 'outerHTML', 'insertAdjacentHTML', 'setHTMLUnsafe', 'srcdoc'].map((property) => ({
  property,
  message: 'Markup is written by Lit templates only.',
}));

const focusedTest = {
  selector: 'MemberExpression[object.name=/^(it|describe|test|suite)$/][property.name="only"]',
  message: 'A focused test hides the others.',
};

/** What is not written in the library. */
const librarySyntax = [
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A strict Content-Security-Policy refuses style attributes: use a class, a part, or a property of element.style.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\son[a-z]+\\s*=/]',
    message: 'A strict Content-Security-Policy refuses event attributes: use @event.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name="css"] TemplateElement[value.raw=/\\drem\\b/]',
    message: 'Sizes are in em: rem belongs to the host page.',
  },
  {
    selector: `ImportExpression[source.value=/^(\\.\\.\\u002F)+(${[...features, ...outside].join('|')})\\u002F/]`,
    message: 'The element of another feature is loaded through its define module only.',
  },
];

const laterOnly = {
  selector:
    'ImportExpression:not(NewExpression[callee.name="Lazy"] ImportExpression):not(CallExpression[callee.name="lazy"] ImportExpression)',
  message: 'What comes later comes through Lazy or lazy(), which say when it could not be loaded (src/core/lazy.ts).',
};

export default defineConfig(
  {
    ignores: [
      '**/dist/',
      'cdn/',
      'storybook-static/',
      'coverage/',
      '**/.data/',
      'src/api/schema.d.ts',
      'src/api/shapes.ts',
      'src/frameworks/',
      'test/types/',
      'test/consumers/',
      'scripts/create/templates/**/*.d.ts',
      'public/',
      '**/node_modules/',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  { rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-control-regex': 'off', 'no-restricted-syntax': ['error', focusedTest] } },
  {
    files: ['**/*.ts'],
    // Rules that need types are oxlint's, in .oxlintrc.json.
    extends: [tseslint.configs.recommended],
    rules: {
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  { files: ['**/*.mjs', '**/*.js', 'bench/**', 'host/**', '*.ts'], languageOptions: { globals: globals.node } },
  {
    files: ['host/**/*.ts', `${templates}/host/**/*.ts`],
    rules: { '@typescript-eslint/no-empty-object-type': ['error', { allowInterfaces: 'with-single-extends' }] },
  },
  { files: ['host/site/**', 'bench/**', '**/fixtures/**/*.{js,mjs}'], languageOptions: { globals: globals.browser } },
  {
    files: ['src/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts', `${templates}/**/*.ts`],
    ignores: ['test/end-to-end/**', `${templates}/host/**`],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended'], litA11y.configs.recommended],
    languageOptions: { globals: globals.browser },
    settings: { wc: { elementBaseClasses: ['LitElement', 'PortalElement'] } },
    rules: {
      'lit/no-legacy-template-syntax': 'error',
      // A table that is laid out as cards on narrow pages keeps its roles only when they are written.
      'lit-a11y/no-redundant-role': 'off',
    },
  },
  {
    files: ['src/**/*.ts', `${templates}/src/**/*.ts`],
    extends: [wc.configs['flat/best-practice']],
    rules: {
      'no-console': ['error', { allow: ['warn'] }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-imports': ['error', { patterns: [unsafeDirectives, { regex: `^(\\.\\./)*\\.\\./(${outside.join('|')})/` }] }],
      'no-restricted-properties': [
        'error',
        ...htmlSinks,
        { object: 'document', property: 'write', message: 'Markup is written by Lit templates only.' },
        { object: 'document', property: 'writeln', message: 'Markup is written by Lit templates only.' },
      ],
      'no-restricted-syntax': ['error', ...librarySyntax],
      'wc/no-typos': 'error',
      'wc/guard-super-call': 'off',
    },
  },
  {
    files: ['src/**/*.ts', `${templates}/src/**/*.ts`],
    // Catalogues and the loader of tags say themselves what failed, and without the check of answers these are shown unchecked.
    ignores: ['**/texts/**', 'src/autoload.ts', 'src/api/answers.ts'],
    rules: { 'no-restricted-syntax': ['error', ...librarySyntax, laterOnly] },
  },
  ...arrows,
  {
    files: features.map((feature) => `src/${feature}/**/*.ts`).concat('src/ui/**/*.ts'),
    rules: {
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Elements ask through the client of their context.' }, 'XMLHttpRequest'],
    },
  },
  {
    files: ['test/**/*.ts', 'host/test/**/*.ts', 'stories/**/*.ts', `${templates}/{test,host/test,stories}/**/*.ts`],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
    },
  },
  {
    files: ['test/**/*.ts'],
    ignores: ['test/end-to-end/**', 'test/types/**', 'test/consumers/**'],
    rules: {
      '@typescript-eslint/no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              regex: '/src/index\\.js$',
              allowTypeImports: true,
              message: 'Each test page would load all elements: import the module itself.',
            },
          ],
        },
      ],
    },
  },
);
