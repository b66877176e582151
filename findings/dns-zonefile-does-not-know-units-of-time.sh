#!/usr/bin/env bash
# Found: times with units, which name servers write and read (BIND 9 manual, "Setting TTLs"), lose them in an SOA record, where two hours become two
# seconds; a record with such a TTL, or with its class before the TTL (RFC 1035, 5.1), is left out without a word. Expected: 7200, and the records.
# With: dns-zonefile 0.3.2.
# So: src/dns has a reader of zone files of its own, which names each line that it cannot read.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent dns-zonefile@0.3.2
cat > read.mjs <<'JS'
import zonefile from 'dns-zonefile';

const head = '$ORIGIN shop.example.\n@ IN SOA ns.shop.example. dns.shop.example. ( 2026113001 2h 15m 2w 1d )\n';
const { soa, a } = zonefile.parse(`${head}one 2h IN A 192.0.2.1\ntwo IN 7200 A 192.0.2.2\nthree 7200 IN A 192.0.2.3\n`);
console.log(JSON.stringify([soa.refresh, soa.retry, soa.expire, soa.minimum, a.map(({ name }) => name)]));
JS
seen=$(node read.mjs)
echo "$seen"
if [ "$seen" = '[2,15,2,1,["three"]]' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
