#!/usr/bin/env bash
# Found: the types of Node 26 refuse `assert.ok(value, words)` where `words` is a string or undefined: one overload takes an error or a function, or
# nothing, the other a string that has to be there. Those of Node 20 take it, and Node runs it. Expected: that an optional message may be undefined.
# With: @types/node 26.6.6 and 20.19.43, typescript 5.9.3, Node 20.
# So: scripts/support/created-elements.mjs gives the copy of the project the host's own packages: with the library's the host's tests do not compile.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent typescript@5.9.3 types-20@npm:@types/node@20.19.43 types-26@npm:@types/node@26.6.6
cat > check.ts <<'TS'
import assert from 'node:assert/strict';

export const check = (value: unknown, words: string | undefined): void => assert.ok(value, words);
TS
compile() {
  mkdir -p node_modules/@types && rm -rf node_modules/@types/node && cp -r "node_modules/types-$1" node_modules/@types/node
  npx tsc --noEmit --strict --skipLibCheck --module nodenext --types node check.ts > said 2>&1 && echo compiles || grep -o 'error TS[0-9]*' said | head -1
}
seen="20: $(compile 20), 26: $(compile 26)"
echo "$seen"
if [ "$seen" = '20: compiles, 26: error TS2769' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
