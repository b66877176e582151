#!/usr/bin/env bash
# Found: a mail with one recipient, which a server of LMTP puts off after the mail's data (451), counts as sent: the promise resolves, with nobody in
# `accepted`. Of a server of SMTP that says the same the promise is rejected. Expected: that also here, as nobody has taken the mail.
# With: nodemailer 10.6.0, smtp-server 3.21.6, Node 20.
# So: host/test/ticket-mail.test.ts looks at `rejected`, where it waits for no error.
set -euo pipefail
folder=$(mktemp -d) && trap 'rm -rf "$folder"' EXIT && cd "$folder"
echo '{ "type": "module", "private": true }' > package.json
npm install --no-audit --no-fund --silent nodemailer@10.6.0 smtp-server@3.21.6
cat > send.mjs <<'JS'
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';

async function send(lmtp) {
  const later = Object.assign(new Error('Please try again later'), { responseCode: 451 });
  const onData = (stream, _session, done) => stream.on('end', () => done(later)).resume();
  const server = new SMTPServer({ lmtp, disabledCommands: ['AUTH', 'STARTTLS'], onData });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const transport = createTransport({ host: '127.0.0.1', port: server.server.address().port, lmtp, ignoreTLS: true });
  try {
    const { accepted, rejected } = await transport.sendMail({ from: 'a@a.example', to: 'b@b.example', subject: 'A mail', text: 'Words' });
    return `sent, ${accepted.length} accepted, ${rejected.length} rejected`;
  } catch ({ responseCode }) {
    return `refused with ${responseCode}`;
  } finally {
    server.close();
  }
}
console.log(`SMTP: ${await send(false)}; LMTP: ${await send(true)}`);
JS
seen=$(node send.mjs 2> /dev/null | tail -1)
echo "$seen"
if [ "$seen" = 'SMTP: refused with 451; LMTP: sent, 0 accepted, 1 rejected' ]; then echo 'still so'; else echo 'no longer so'; exit 1; fi
