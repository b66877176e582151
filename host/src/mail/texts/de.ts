import type { MailTexts } from '../template.js';

const unasked = 'Wenn Sie das nicht angefordert haben, können Sie diese E-Mail ignorieren.';
const attached = 'Sie finden sie im Anhang als PDF-Datei.';
const choose = 'Welche dieser E-Mails Sie bekommen, stellen Sie im Kundenportal unter Benachrichtigungen ein.';
const chooseSupport = 'Welche dieser E-Mails Sie bekommen, können Sie im Kundenportal unter Support-Einstellungen wählen.';

const texts: MailTexts = {
  greeting: (name) => (name ? `Guten Tag ${name},` : 'Guten Tag,'),
  shortCode: 'Oder geben Sie diesen Code ein, wo die Seite danach fragt:',
  orOpen: 'Wenn die Schaltfläche nicht funktioniert, öffnen Sie diese Adresse:',
  redacted: 'Der Link und der Code standen nur in der E-Mail selbst; sie werden nicht aufbewahrt.',
  answerAbove: 'Bitte schreiben Sie Ihre Antwort über diese Zeile',
  canBeAnswered: 'Sie können auch einfach auf diese E-Mail antworten.',
  signature: 'Diese E-Mail kommt vom Kundenportal. Bitte geben Sie sie nicht weiter.',
  ticketLines: {
    new: (by) => `eröffnet von ${by}`,
    reply: (by) => `beantwortet von ${by}`,
    close: (by) => `geschlossen von ${by}`,
  },
  letters: {
    account: {
      subject: () => 'Ihr Konto im Kundenportal',
      paragraphs: ({ client }) => [
        `Mit dem folgenden Link legen Sie ein Passwort fest, dann ist Ihr Konto für ${client} bereit. Der Link gilt einmal und nur eine Stunde lang.`,
        unasked,
      ],
      button: 'Passwort festlegen',
    },
    'account-exists': {
      subject: () => 'Sie haben bereits ein Konto',
      paragraphs: () => [
        'Sie haben ein Konto im Kundenportal angefordert. Zu dieser Adresse gibt es bereits eines: Bitte melden Sie sich damit an. Wenn Sie das Passwort vergessen haben, können Sie dort ein neues festlegen.',
        unasked,
      ],
      button: 'Anmelden',
    },
    'password-reset': {
      subject: () => 'Neues Passwort für das Kundenportal',
      paragraphs: () => [
        'Mit dem folgenden Link legen Sie ein neues Passwort fest. Der Link gilt einmal und nur eine Stunde lang.',
        unasked,
      ],
      button: 'Neues Passwort festlegen',
    },
    'password-elsewhere': {
      subject: () => 'Ihr Passwort wird anderswo verwaltet',
      paragraphs: () => [
        'Sie haben ein neues Passwort für das Kundenportal angefordert. Sie melden sich im Portal mit einem Konto an, das anderswo verwaltet wird; dort ändern Sie auch Ihr Passwort.',
        unasked,
      ],
      button: 'Konto öffnen',
    },
    invitation: {
      subject: ({ client }) => `Einladung ins Kundenportal von ${client}`,
      paragraphs: ({ by, client }) => [
        `${by} lädt Sie ins Kundenportal ein, in dem Sie sich um die Leistungen von ${client} kümmern können.`,
        'Mit dem folgenden Link legen Sie ein Passwort fest, dann ist Ihr Konto bereit. Der Link gilt einmal und nur sieben Tage lang.',
      ],
      button: 'Einladung annehmen',
    },
    'invitation-sign-in': {
      subject: ({ client }) => `Einladung ins Kundenportal von ${client}`,
      paragraphs: ({ by, client }) => [
        `${by} lädt Sie ein, sich im Kundenportal um die Leistungen von ${client} zu kümmern.`,
        `Sie haben bereits ein Konto: Melden Sie sich innerhalb von sieben Tagen an, dann können Sie ${client} unter Ihrem Namen auswählen.`,
      ],
      button: 'Anmelden',
    },
    'password-changed': {
      subject: () => 'Ihr Passwort wurde geändert',
      paragraphs: () => [
        'Das Passwort Ihres Kontos im Kundenportal wurde soeben geändert.',
        'Wenn Sie das nicht waren, legen Sie bitte sofort ein neues Passwort fest und geben Sie uns Bescheid.',
      ],
      button: 'Zur Anmeldung',
    },
    'second-factor-off': {
      subject: () => 'Ihr zweiter Faktor wurde ausgeschaltet',
      paragraphs: ({ by }) => [
        `${by} hat den zweiten Faktor Ihres Kontos im Kundenportal ausgeschaltet. Zum Anmelden genügt jetzt das Passwort.`,
        'Nach dem Anmelden können Sie einen neuen einrichten. Wenn Sie das nicht erwartet haben, geben Sie uns bitte Bescheid.',
      ],
      button: 'Anmelden',
    },
    'email-changed': {
      subject: () => 'Ihre E-Mail-Adresse wurde geändert',
      paragraphs: ({ by, email }) => [
        `${by} hat die E-Mail-Adresse Ihres Kontos im Kundenportal in ${email} geändert. Ab jetzt melden Sie sich mit dieser Adresse an.`,
        'Wenn Sie das nicht erwartet haben, geben Sie uns bitte Bescheid.',
      ],
    },
    review: {
      subject: ({ contractNumber }) => `Anfrage nach einem Konto: Vertrag ${contractNumber}`,
      paragraphs: ({ email, contractNumber, client, name }) => [
        `Jemand mit der Adresse ${email} bittet um ein Konto für ${client}, Vertrag ${contractNumber}.`,
        name
          ? `Der Kontakt ${name} ist zur Prüfung vorgemerkt, deshalb kann das Konto noch nicht eingerichtet werden.`
          : 'Die Adresse gehört zu keinem Kontakt dieses Kunden oder zu einem, der deaktiviert oder dessen Einladung zurückgezogen wurde. An sie wurde nichts gesendet.',
        'Wenn die Person zum Kunden gehört, legen Sie den Kontakt an oder geben Sie ihn frei; dann kann die Anfrage erneut gestellt werden.',
      ],
    },
    invoice: {
      subject: ({ number }) => `Rechnung ${number}`,
      paragraphs: ({ number, client, amount, open, dueOn, file }) => [
        `Die Rechnung ${number} für ${client} ist da: ${amount}.`,
        ...(open ? [dueOn ? `Bitte zahlen Sie ${open} bis zum ${dueOn}.` : `Zu zahlen sind noch ${open}.`] : ['Es ist nichts zu zahlen.']),
        ...(file ? [attached] : []),
        choose,
      ],
      button: 'Rechnung ansehen',
    },
    'credit-note': {
      subject: ({ number }) => `Gutschrift ${number}`,
      paragraphs: ({ number, client, amount, file }) => [
        `Die Gutschrift ${number} für ${client} ist da: ${amount}.`,
        ...(file ? [attached] : []),
        choose,
      ],
      button: 'Gutschrift ansehen',
    },
    receipt: {
      subject: ({ amount }) => `Zahlung eingegangen: ${amount}`,
      paragraphs: ({ number, client, amount, method }) => [
        `Wir haben eine Zahlung für ${client} erhalten: ${amount}. Vielen Dank.`,
        `Rechnungen: ${number}.`,
        ...(method ? [`Zahlungsart: ${method}.`] : []),
        choose,
      ],
      button: 'Rechnung ansehen',
    },
    overdue: {
      subject: ({ number }) => `Erinnerung: Rechnung ${number} ist überfällig`,
      paragraphs: ({ number, client, open, dueOn, file }) => [
        `Die Rechnung ${number} für ${client} war am ${dueOn} fällig. Bei uns sind ${open} noch nicht eingegangen.`,
        'Bitte zahlen Sie jetzt. Wenn Ihre Zahlung schon unterwegs ist, brauchen Sie nichts zu tun.',
        ...(file ? [attached] : []),
      ],
      button: 'Rechnung ansehen',
    },
    'overdue-again': {
      subject: ({ number }) => `Zweite Erinnerung: Rechnung ${number} ist weiterhin überfällig`,
      paragraphs: ({ number, client, open, dueOn, file }) => [
        `Wir haben Sie bereits erinnert: Die Rechnung ${number} für ${client} war am ${dueOn} fällig, und ${open} sind noch offen.`,
        'Bitte zahlen Sie jetzt, oder sagen Sie uns, wenn damit etwas nicht stimmt, damit Ihre Leistungen nicht unterbrochen werden.',
        ...(file ? [attached] : []),
      ],
      button: 'Rechnung ansehen',
    },
    statement: {
      subject: ({ client, period }) => `Kontoauszug für ${client}, ${period}`,
      paragraphs: ({ client, period, amount }) => [
        `Der Kontoauszug von ${client} für ${period} ist da. Saldo am Monatsende: ${amount}.`,
        'Sie finden ihn im Anhang, als PDF-Datei für jede Währung.',
        choose,
      ],
      button: 'Kontobuch ansehen',
    },
    'ticket-post': {
      subject: ({ number, subject }) => `Ticket ${number}: ${subject}`,
      paragraphs: ({ by, number, subject }) => [`${by} hat im Ticket ${number}, „${subject}“, geschrieben:`],
      after: ({ file }) => (file ? [`Dateien im Portal: ${file}`] : []),
      button: 'Ticket anzeigen',
    },
    'ticket-closed': {
      subject: ({ number }) => `Ihre E-Mail zu Ticket ${number} wurde nicht aufgenommen`,
      paragraphs: ({ number, subject }) => [
        `Ihre E-Mail zu Ticket ${number}, „${subject}“, wurde nicht in das Ticket aufgenommen: Es ist seit zu langer Zeit geschlossen und kann nicht mehr geöffnet werden.`,
        'Bitte eröffnen Sie ein neues Ticket und nennen Sie darin die Nummer des alten. Ihre E-Mail haben wir aufbewahrt.',
      ],
      button: 'Ticket eröffnen',
    },
    'ticket-new': {
      subject: ({ number, subject }) => `Ticket ${number} ist eröffnet: ${subject}`,
      paragraphs: ({ by, number, subject }) => [
        `${by} hat das Ticket ${number}, „${subject}“, eröffnet.`,
        'Antworten kommen auch per E-Mail.',
        chooseSupport,
      ],
      button: 'Ticket anzeigen',
    },
    'ticket-over': {
      subject: ({ number, subject }) => `Ticket ${number} ist geschlossen: ${subject}`,
      paragraphs: ({ by, number, subject }) => [
        `${by} hat das Ticket ${number}, „${subject}“, geschlossen.`,
        'Wenn noch etwas zu tun ist, kann es im Portal wieder geöffnet werden.',
        chooseSupport,
      ],
      button: 'Ticket anzeigen',
    },
    'ticket-digest': {
      subject: () => 'Was mit Ihren Tickets geschehen ist',
      paragraphs: () => ['Seit der letzten E-Mail ist dies geschehen:'],
      after: () => [chooseSupport],
      button: 'Tickets anzeigen',
    },
  },
};

export default texts;
