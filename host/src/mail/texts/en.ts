import type { MailTexts } from '../letter.js';

const unasked = 'If you did not ask for this, you can ignore this mail.';

const texts: MailTexts = {
  greeting: (name) => (name ? `Hello ${name},` : 'Hello,'),
  shortCode: 'Or type this code where the page asks for it:',
  orOpen: 'If the button does not work, open this address:',
  signature: 'This mail was sent by the client portal. Please do not pass it on.',
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
  },
};

export default texts;
