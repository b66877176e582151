#!/usr/bin/env bash
# Found: a subclass declares a field anew, with a default and a description of its own. The manifest has the subclass's default and description,
# and says `inheritedFrom` the base class all the same. Expected: what is declared here is not inherited, or it is told as overridden.
# With: @custom-elements-manifest/analyzer 0.11.0.
# So: custom-elements-manifest.config.mjs takes the mark away.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent @custom-elements-manifest/analyzer@0.11.0
mkdir src && cat > src/shelf.ts <<'TS'
class Furniture extends HTMLElement {
  /** How wide it is. */
  width = 10;
}

export class Shelf extends Furniture {
  /** How many books stand side by side. */
  override width = 20;
}
customElements.define('my-shelf', Shelf);
TS
npx cem analyze --globs 'src/*.ts' --outdir . --quiet
seen=$(node -p "
const { default: value, description, inheritedFrom } = JSON.parse(fs.readFileSync('custom-elements.json')).modules[0].declarations
  .find((each) => each.name === 'Shelf').members.find((each) => each.name === 'width');
[value, description, inheritedFrom?.name].join(' | ')")
echo "width: $seen"
if [ "$seen" = '20 | How many books stand side by side. | Furniture' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
