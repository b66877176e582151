/** What a mail server says of a mail's receiver, and of the mail. */
interface BounceOptions {
  /** The address that the report goes to. */
  to: string;
  recipient: string;
  action?: string;
  status?: string;
  diagnostic?: string;
  original?: string;
  /** The Message-ID of the mail, as it came back. */
  about?: string;
  envelopeId?: string;
  /** The Message-ID of the report. */
  id?: string;
  /** Where the head of the mail is: a whole mail, its head, or nowhere. */
  returned?: 'message/rfc822' | 'text/rfc822-headers' | 'message/rfc822-headers' | 'nothing';
}

let made = 0;

/** A report as Postfix writes it (RFC 3464). */
export function aBounce(options: BounceOptions): Buffer {
  const { to, recipient, action = 'failed', status = '5.1.1', original, about, envelopeId, returned = 'message/rfc822' } = options;
  const {
    diagnostic = `smtp; 550 ${status} <${recipient}>: Recipient address rejected:\n    User unknown`,
    id = `<report-${(made += 1)}@mx.example>`,
  } = options;
  const head = about === undefined ? '' : `Message-ID:\n ${about}\nSubject: A mail\nFrom: Portal <portal@nordkai.example>\n`;
  const back =
    returned === 'nothing'
      ? ''
      : `--b0
Content-Description: Undelivered Message
Content-Type: ${returned}

${head}${returned === 'message/rfc822' ? '\nHello\n' : ''}
`;
  return Buffer.from(
    `Return-Path: <>
Date: Mon, 30 Nov 2026 10:00:00 +0000 (UTC)
From: MAILER-DAEMON@mx.example (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
To: ${to}
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status;
\tboundary="b0"
Message-ID: ${id}

This is a MIME-encapsulated message.

--b0
Content-Description: Notification
Content-Type: text/plain; charset=us-ascii

This is the mail system at host mx.example.

--b0
Content-Description: Delivery report
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example
X-Postfix-Queue-ID: 4F1A2
${envelopeId === undefined ? '' : `Original-Envelope-Id: ${envelopeId}\n`}Arrival-Date: Mon, 30 Nov 2026 09:59:00 +0000 (UTC)

Final-Recipient: rfc822; ${recipient}
${original === undefined ? '' : `Original-Recipient: rfc822;${original}\n`}Action: ${action}
Status: ${status}
Remote-MTA: dns; mail.acme.example
Diagnostic-Code: ${diagnostic}

${back}--b0--
`.replaceAll('\n', '\r\n'),
  );
}
