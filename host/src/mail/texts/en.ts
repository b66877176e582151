import type { MailTexts } from '../template.js';

const unasked = 'If you did not ask for this, you can ignore this mail.';
const attached = 'It is attached as a PDF file.';
const choose = 'Which of these mails you get can be chosen in the client portal under Notifications.';
const chooseSupport = 'Which of these mails you get can be chosen in the client portal under Support preferences.';

const texts: MailTexts = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  shortCode: 'Or type this code where the page asks for it:',
  orOpen: 'If the button does not work, open this address:',
  redacted: 'The link and the code were in the mail alone; they are not kept.',
  answerAbove: 'Please write your answer above this line',
  canBeAnswered: 'You can also answer by replying to this mail.',
  signature: 'This mail was sent by the client portal. Please do not pass it on.',
  ticketLines: {
    new: (by) => `opened by ${by}`,
    reply: (by) => `answered by ${by}`,
    close: (by) => `closed by ${by}`,
  },
  letters: {
    account: {
      subject: () => 'Your account in the client portal',
      paragraphs: ({ client }) => [
        `Set a password with the link below, and your account for ${client} is ready. The link works once, within one hour.`,
        unasked,
      ],
      button: 'Set a password',
    },
    'account-exists': {
      subject: () => 'You already have an account',
      paragraphs: () => [
        'You asked for an account in the client portal. There already is one for this address: please sign in with it. If you have forgotten the password, you can set a new one there.',
        unasked,
      ],
      button: 'Sign in',
    },
    'password-reset': {
      subject: () => 'A new password for the client portal',
      paragraphs: () => ['Set a new password with the link below. The link works once, within one hour.', unasked],
      button: 'Set a new password',
    },
    'password-elsewhere': {
      subject: () => 'Your password is managed elsewhere',
      paragraphs: () => [
        'You asked for a new password for the client portal. You sign in to the portal with an account that is managed elsewhere; please change your password there.',
        unasked,
      ],
      button: 'Open the account',
    },
    invitation: {
      subject: ({ client }) => `Invitation to the client portal of ${client}`,
      paragraphs: ({ by, client }) => [
        `${by} invites you to the client portal, where you can look after the services of ${client}.`,
        'Set a password with the link below, and your account is ready. The link works once, within seven days.',
      ],
      button: 'Accept the invitation',
    },
    'invitation-sign-in': {
      subject: ({ client }) => `Invitation to the client portal of ${client}`,
      paragraphs: ({ by, client }) => [
        `${by} invites you to look after the services of ${client} in the client portal.`,
        `You already have an account: sign in within seven days, and you can choose ${client} under your name.`,
      ],
      button: 'Sign in',
    },
    'password-changed': {
      subject: () => 'Your password has been changed',
      paragraphs: () => [
        'The password of your account in the client portal has just been changed.',
        'If that was not you, please set a new password at once and tell us.',
      ],
      button: 'Sign in',
    },
    'second-factor-off': {
      subject: () => 'Your second factor has been switched off',
      paragraphs: ({ by }) => [
        `${by} has switched off the second factor of your account in the client portal. From now on the password is enough to sign in.`,
        'You can set up a new one after signing in. If you did not expect this, please tell us.',
      ],
      button: 'Sign in',
    },
    'email-changed': {
      subject: () => 'Your e-mail address has been changed',
      paragraphs: ({ by, email }) => [
        `${by} has changed the e-mail address of your account in the client portal to ${email}. From now on you sign in with that address.`,
        'If you did not expect this, please tell us.',
      ],
    },
    review: {
      subject: ({ contractNumber }) => `Request for an account: contract ${contractNumber}`,
      paragraphs: ({ email, contractNumber, client, name }) => [
        `Someone with the address ${email} has requested an account for ${client}, contract ${contractNumber}.`,
        name
          ? `The contact ${name} is marked for review, so the account cannot be set up yet.`
          : 'The address belongs to no contact of this client, or to one that has been deactivated or whose invitation was taken back. Nothing was sent to it.',
        'If the person belongs to the client, add or release the contact; then the request can be made again.',
      ],
    },
    invoice: {
      subject: ({ number }) => `Invoice ${number}`,
      paragraphs: ({ number, client, amount, open, dueOn, file }) => [
        `Invoice ${number} for ${client} is here: ${amount}.`,
        ...(open ? [dueOn ? `Please pay ${open} by ${dueOn}.` : `${open} has yet to be paid.`] : ['There is nothing to pay.']),
        ...(file ? [attached] : []),
        choose,
      ],
      button: 'Show the invoice',
    },
    'credit-note': {
      subject: ({ number }) => `Credit note ${number}`,
      paragraphs: ({ number, client, amount, file }) => [
        `Credit note ${number} for ${client} is here: ${amount}.`,
        ...(file ? [attached] : []),
        choose,
      ],
      button: 'Show the credit note',
    },
    receipt: {
      subject: ({ amount }) => `Payment received: ${amount}`,
      paragraphs: ({ number, client, amount, method }) => [
        `We have received a payment for ${client}: ${amount}. Thank you.`,
        `Invoices: ${number}.`,
        ...(method ? [`Paid by: ${method}.`] : []),
        choose,
      ],
      button: 'Show the invoice',
    },
    overdue: {
      subject: ({ number }) => `Reminder: invoice ${number} is overdue`,
      paragraphs: ({ number, client, open, dueOn, file }) => [
        `Invoice ${number} for ${client} was due on ${dueOn}, and ${open} has not reached us yet.`,
        'Please pay it now. If your payment is on its way, there is nothing to do.',
        ...(file ? [attached] : []),
      ],
      button: 'Show the invoice',
    },
    'overdue-again': {
      subject: ({ number }) => `Second reminder: invoice ${number} is still overdue`,
      paragraphs: ({ number, client, open, dueOn, file }) => [
        `We have reminded you before: invoice ${number} for ${client} was due on ${dueOn}, and ${open} is still open.`,
        'Please pay it now, or tell us if something is wrong with it, so that your services are not interrupted.',
        ...(file ? [attached] : []),
      ],
      button: 'Show the invoice',
    },
    statement: {
      subject: ({ client, period }) => `Statement of account for ${client}, ${period}`,
      paragraphs: ({ client, period, amount }) => [
        `The statement of account for ${client} of ${period} is here. Balance at the end of the month: ${amount}.`,
        'It is attached as a PDF file, one for each currency.',
        choose,
      ],
      button: 'Show the ledger',
    },
    'ticket-post': {
      subject: ({ number, subject }) => `Ticket ${number}: ${subject}`,
      paragraphs: ({ by, number, subject }) => [`${by} has written in ticket ${number}, “${subject}”:`],
      after: ({ file }) => (file ? [`Files in the portal: ${file}`] : []),
      button: 'Show the ticket',
    },
    'ticket-closed': {
      subject: ({ number }) => `Your mail to ticket ${number} was not added`,
      paragraphs: ({ number, subject }) => [
        `Your mail to ticket ${number}, “${subject}”, is not part of the ticket: it was closed too long ago to be opened again.`,
        'Please open a new ticket and name the number of the old one. We have kept your mail.',
      ],
      button: 'Open a ticket',
    },
    'ticket-new': {
      subject: ({ number, subject }) => `Ticket ${number} is open: ${subject}`,
      paragraphs: ({ by, number, subject }) => [
        `${by} has opened ticket ${number}, “${subject}”.`,
        'Its answers come by mail too.',
        chooseSupport,
      ],
      button: 'Show the ticket',
    },
    'ticket-over': {
      subject: ({ number, subject }) => `Ticket ${number} is closed: ${subject}`,
      paragraphs: ({ by, number, subject }) => [
        `${by} has closed ticket ${number}, “${subject}”.`,
        'If something is left to do, it can be opened again in the portal.',
        chooseSupport,
      ],
      button: 'Show the ticket',
    },
    'ticket-digest': {
      subject: () => 'What has happened with your tickets',
      paragraphs: () => ['Since the last mail this has happened:'],
      after: () => [chooseSupport],
      button: 'Show the tickets',
    },
  },
};

export default texts;
