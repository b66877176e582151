#!/usr/bin/env bash
# Found: `toRFC5952String` writes an address of IPv4 within IPv6 all in hexadecimal digits, `::ffff:c000:207`. Expected: the mixed form that RFC 5952
# recommends in section 5 for known prefixes as this one, `::ffff:192.0.2.7`, which PostgreSQL's inet writes as well.
# With: ipaddr.js 2.5.0.
# So: the host has PostgreSQL compare addresses, as `inet`, and not what a library has written.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent ipaddr.js@2.5.0
cat > write.mjs <<'JS'
import ipaddr from 'ipaddr.js';

console.log(ipaddr.parse('::FFFF:192.0.2.7').toRFC5952String());
JS
seen=$(node write.mjs)
echo "$seen"
if [ "$seen" = '::ffff:c000:207' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
