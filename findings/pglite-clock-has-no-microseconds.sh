#!/usr/bin/env bash
# Found: of 5,000 readings of clock_timestamp() in one query of the embedded PostgreSQL each is a whole number of milliseconds. PostgreSQL's own clock has
# microseconds: there an instant that is put into timestamptz(3) is rounded, every second time to half a millisecond ahead of now().
# A fault that comes of that is never seen with the embedded one. Expected: a clock as fine as PostgreSQL's.
# With: @electric-sql/pglite 0.5.16, Node 20.
# So: host/src/mail/outbox.ts looks a millisecond ahead, and its test means something on PostgreSQL only.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent @electric-sql/pglite@0.5.16
cat > read.mjs <<'JS'
import { PGlite } from '@electric-sql/pglite';
const database = await PGlite.create();
const { rows } = await database.query(
  `select distinct extract(microseconds from clock_timestamp())::int % 1000 as fraction from generate_series(1, 5000)`,
);
console.log(rows.map(({ fraction }) => fraction).join());
JS
seen=$(node read.mjs)
echo "fractions of a millisecond: $seen"
if [ "$seen" = '0' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
