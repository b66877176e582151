#!/usr/bin/env bash
# Found: field 61 of a bank's statement has the value date with its year and the entry date without one. A payment of 2 January that was entered on
# 31 December gets an entry date nearly a year after it. Expected: the December before.
# With: mt940js 1.3.5.
# So: nothing yet: statements of banks are not read here; whoever adds that takes the value date.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent mt940js@1.3.5
cat > read.cjs <<'JS'
const { Parser } = require('mt940js');

const lines = [':20:SHELF', ':25:10020030/7654321', ':28C:1/1', ':60F:C251231EUR500,00', ':61:2601021231C40,00NTRFNONREF', ':86:rent of a shelf', ':62F:C260102EUR540,00', '-'];
const [statement] = new Parser().parse(lines.join('\n'));
const [{ date, entryDate }] = statement.transactions;
console.log([date, entryDate].map((each) => each.toISOString().slice(0, 10)).join(' '));
JS
seen=$(node read.cjs)
echo "value date, entry date: $seen"
if [ "$seen" = '2026-01-02 2026-12-31' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
