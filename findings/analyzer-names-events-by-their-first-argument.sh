#!/usr/bin/env bash
# Found: an element dispatches `new MovedEvent('attic')`, a class whose own name, given to `super`, is shelf-moved. The manifest has an event
# called "attic" beside the documented one: the first argument of whatever is constructed is taken for the name. Expected: no name that no event has.
# With: @custom-elements-manifest/analyzer 0.11.0.
# So: src/core/phase.ts marks such a line @internal, and `npm run check` compares events with the classes.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent @custom-elements-manifest/analyzer@0.11.0
mkdir src && cat > src/shelf.ts <<'TS'
export class MovedEvent extends Event {
  constructor(readonly place: string) {
    super('shelf-moved', { bubbles: true });
  }
}

/**
 * @tag my-shelf
 * @event {MovedEvent} shelf-moved - It has been moved.
 */
export class Shelf extends HTMLElement {
  move(): void {
    this.dispatchEvent(new MovedEvent('attic'));
  }
}
customElements.define('my-shelf', Shelf);
TS
npx cem analyze --globs 'src/*.ts' --outdir . --quiet
seen=$(node -p "JSON.parse(fs.readFileSync('custom-elements.json')).modules[0].declarations.find((each) => each.tagName).events.map(({ name }) => name).join()")
echo "events: $seen"
if [ "$seen" = 'attic,shelf-moved' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
