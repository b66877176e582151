#!/usr/bin/env bash
# Found: a dot that is part of a label is written `\.` (RFC 1035, 5.1), as in the mailbox of an SOA record of who has a dot in the address. Encoding
# cuts there and keeps the backslash: two labels, `front\` and `desk`. Decoding puts them together again, so that nothing is noticed before another
# server reads it. Expected: one label of ten octets, `front.desk`.
# With: dns-packet 5.6.1.
# So: src/dns takes names apart by itself, and nothing here asks name servers through it.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent dns-packet@5.6.1
cat > encode.mjs <<'JS'
import packet from 'dns-packet';

const bytes = packet.name.encode(String.raw`front\.desk.shop.example`);
console.log(JSON.stringify([...bytes].map((byte) => (byte < 32 ? byte : String.fromCharCode(byte))).join('')));
JS
seen=$(node encode.mjs)
echo "$seen"
if [ "$seen" = '"6front\\4desk4shop7example0"' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
