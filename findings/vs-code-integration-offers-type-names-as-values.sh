#!/usr/bin/env bash
# Found: an attribute's type in the manifest is `Side`, the name of a union of two words. The editor data offers one value for it: "Side", which is none.
# Expected: no values where the manifest does not say them.
# With: custom-element-vs-code-integration 1.5.0.
# So: scripts/support/editor-manifests.mjs gives the generators the literals of a type, or "string".
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent custom-element-vs-code-integration@1.5.0
cat > make.mjs <<'JS'
import { generateVsCodeCustomElementData } from 'custom-element-vs-code-integration';
const attributes = [{ name: 'side', type: { text: 'Side' }, description: 'The side it stands on.' }];
const declarations = [{ kind: 'class', customElement: true, name: 'Shelf', tagName: 'my-shelf', attributes, members: [] }];
const modules = [{ kind: 'javascript-module', path: 'src/shelf.ts', declarations, exports: [] }];
generateVsCodeCustomElementData({ schemaVersion: '1.0.0', modules }, { outdir: '.', htmlFileName: 'html.json', cssFileName: null });
JS
node make.mjs > /dev/null
seen=$(node -p "JSON.stringify(JSON.parse(fs.readFileSync('html.json')).tags[0].attributes[0].values)")
echo "values: $seen"
if [ "$seen" = '[{"name":"Side"}]' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
