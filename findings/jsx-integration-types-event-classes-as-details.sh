#!/usr/bin/env bash
# Found: the manifest says that an event is a `MovedEvent`, a subclass of Event. The types for JSX give its handler `CustomEvent<MovedEvent>`, as if it
# were the detail of another event; and name MovedEvent without importing it, so that the file does not compile, or with skipLibCheck all is `any`.
# Expected: `(event: MovedEvent) => void`, and an import.
# With: custom-element-jsx-integration 1.6.0, TypeScript 5.9.3.
# So: types for frameworks are made by another generator (scripts/editor-data.mjs).
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent custom-element-jsx-integration@1.6.0 typescript@5.9.3
cat > make.mjs <<'JS'
import { generateJsxTypes } from 'custom-element-jsx-integration';
const events = [{ name: 'shelf-moved', type: { text: 'MovedEvent' } }];
const declarations = [{ kind: 'class', customElement: true, name: 'Shelf', tagName: 'my-shelf', events, members: [], attributes: [] }];
const modules = [{ kind: 'javascript-module', path: 'src/shelf.ts', declarations, exports: [] }];
generateJsxTypes({ schemaVersion: '1.0.0', modules }, { outdir: '.', fileName: 'jsx.d.ts' });
JS
node make.mjs > /dev/null
handler=$(grep -o '"onshelf-moved"?: .*' jsx.d.ts)
fault=$(npx tsc --noEmit --strict jsx.d.ts | grep -o "Cannot find name 'MovedEvent'" | head -1 || true)
echo "$handler"
echo "$fault"
if [ "$handler" = '"onshelf-moved"?: (e: CustomEvent<MovedEvent>) => void;' ] && [ -n "$fault" ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
