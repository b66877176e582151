#!/usr/bin/env bash
# Found: the types for Vue give an element the prop `onshelf-moved` for its event shelf-moved. Vue's own compiler turns `@shelf-moved` into the prop
# `onShelfMoved`, for which there is no type: the listener of a template is not checked. Expected: the name that Vue asks for.
# With: custom-element-vuejs-integration 1.4.0, @vue/compiler-dom 3.5.13.
# So: types for frameworks are made by another generator (scripts/editor-data.mjs).
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent custom-element-vuejs-integration@1.4.0 @vue/compiler-dom@3.5.13
cat > make.mjs <<'JS'
import { compile } from '@vue/compiler-dom';
import { generateVuejsTypes } from 'custom-element-vuejs-integration';
const events = [{ name: 'shelf-moved', type: { text: 'Event' } }];
const declarations = [{ kind: 'class', customElement: true, name: 'Shelf', tagName: 'my-shelf', events, members: [], attributes: [] }];
const modules = [{ kind: 'javascript-module', path: 'src/shelf.ts', declarations, exports: [] }];
generateVuejsTypes({ schemaVersion: '1.0.0', modules }, { outdir: '.', fileName: 'vue.d.ts' });
const { code } = compile('<my-shelf @shelf-moved="moved"></my-shelf>', { isCustomElement: () => true });
process.stderr.write(code);
JS
node make.mjs 2> compiled.js > /dev/null
typed=$(grep -oE '"?on-?shelf-?moved"?\??:' vue.d.ts | tr -d '"?:' || true)
asked=$(grep -oiE 'on-?shelf-?moved' compiled.js | head -1)
echo "typed: $typed, asked for by Vue: $asked"
if [ "$typed" = 'onshelf-moved' ] && [ "$asked" = 'onShelfMoved' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
