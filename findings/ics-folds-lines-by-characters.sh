#!/usr/bin/env bash
# Found: lines of a calendar have at most 75 octets (RFC 5545, 3.1); they are folded after 75 characters, so that a title in German, Czech or Arabic
# makes longer ones. Expected: folding counts the octets of UTF-8.
# With: ics 3.12.0.
# So: host/src/http/files/calendar.ts folds what it has written anew.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent ics@3.12.0
cat > write.mjs <<'JS'
import { createEvent } from 'ics';

const title = 'Údržba klimatizace ve třetím sále, otevřené uličky pro širší zařízení a závěrečná zkouška';
const { value } = createEvent({ title, start: [2026, 12, 1, 9, 0], duration: { hours: 1 } });
console.log(Math.max(...value.split('\r\n').map((line) => Buffer.byteLength(line))));
JS
seen=$(node write.mjs)
echo "longest line: $seen octets"
if [ "$seen" -gt 75 ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
