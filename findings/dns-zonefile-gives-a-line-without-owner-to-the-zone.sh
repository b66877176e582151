#!/usr/bin/env bash
# Found: a line that begins with blanks has the owner of the line before it (RFC 1035, 5.1), and is given to the zone itself (`@`) instead: the AAAA
# record of `shelf` becomes one of the whole domain. Expected: it belongs to `shelf`, as a name server has it.
# With: dns-zonefile 0.3.2.
# So: src/dns has a reader of zone files of its own, compared with name servers.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent dns-zonefile@0.3.2
cat > read.mjs <<'JS'
import zonefile from 'dns-zonefile';

const zone = zonefile.parse('$ORIGIN shop.example.\nshelf IN A 192.0.2.7\n      IN AAAA 2001:db8::7\n');
console.log(JSON.stringify([zone.a, zone.aaaa]));
JS
seen=$(node read.mjs)
echo "$seen"
if [ "$seen" = '[[{"name":"shelf","ip":"192.0.2.7"}],[{"name":"@","ip":"2001:db8::7"}]]' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
