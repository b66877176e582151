import type { MailTexts } from '../template.js';

const unasked = 'Pokud jste o to nežádali, můžete tento e-mail ignorovat.';
const attached = 'Najdete ji v příloze jako soubor PDF.';
const choose = 'Které z těchto e-mailů dostáváte, si můžete vybrat v klientském portálu v části Oznámení.';
const chooseSupport = 'Které z těchto e-mailů dostáváte, si můžete zvolit v zákaznickém portálu v Nastavení podpory.';

const texts: MailTexts = {
  greeting: (name) => (name ? `Dobrý den, ${name},` : 'Dobrý den,'),
  shortCode: 'Nebo zadejte tento kód tam, kde ho stránka požaduje:',
  orOpen: 'Pokud tlačítko nefunguje, otevřete tuto adresu:',
  redacted: 'Odkaz a kód byly jen v samotném e-mailu; neuchovávají se.',
  answerAbove: 'Svou odpověď pište nad tento řádek',
  canBeAnswered: 'Odpovědět můžete také na tento e-mail.',
  signature: 'Tuto zprávu poslal klientský portál. Nepředávejte ji prosím dál.',
  ticketLines: {
    new: (by) => `založení: ${by}`,
    reply: (by) => `odpověď: ${by}`,
    close: (by) => `uzavření: ${by}`,
  },
  letters: {
    account: {
      subject: () => 'Váš účet v klientském portálu',
      paragraphs: ({ client }) => [
        `Pomocí odkazu níže si nastavíte heslo a váš účet pro klienta ${client} bude připraven. Odkaz lze použít jen jednou a platí jednu hodinu.`,
        unasked,
      ],
      button: 'Nastavit heslo',
    },
    'account-exists': {
      subject: () => 'Účet už máte',
      paragraphs: () => [
        'Požádali jste o účet v klientském portálu. K této adrese už účet existuje: přihlaste se prosím k němu. Pokud jste zapomněli heslo, můžete si tam nastavit nové.',
        unasked,
      ],
      button: 'Přihlásit se',
    },
    'password-reset': {
      subject: () => 'Nové heslo do klientského portálu',
      paragraphs: () => ['Pomocí odkazu níže si nastavíte nové heslo. Odkaz lze použít jen jednou a platí jednu hodinu.', unasked],
      button: 'Nastavit nové heslo',
    },
    'password-elsewhere': {
      subject: () => 'Vaše heslo se spravuje jinde',
      paragraphs: () => [
        'Požádali jste o nové heslo do klientského portálu. Do portálu se přihlašujete účtem, který se spravuje jinde; heslo si změníte tam.',
        unasked,
      ],
      button: 'Otevřít účet',
    },
    invitation: {
      subject: ({ client }) => `Pozvánka do klientského portálu: ${client}`,
      paragraphs: ({ by, client }) => [
        `${by} vás zve do klientského portálu, kde se můžete starat o služby klienta ${client}.`,
        'Pomocí odkazu níže si nastavíte heslo a váš účet bude připraven. Odkaz lze použít jen jednou a platí sedm dní.',
      ],
      button: 'Přijmout pozvánku',
    },
    'invitation-sign-in': {
      subject: ({ client }) => `Pozvánka do klientského portálu: ${client}`,
      paragraphs: ({ by, client }) => [
        `${by} vás zve, abyste se v klientském portálu starali o služby klienta ${client}.`,
        `Účet už máte: přihlaste se do sedmi dnů a pod svým jménem si budete moci vybrat klienta ${client}.`,
      ],
      button: 'Přihlásit se',
    },
    'password-changed': {
      subject: () => 'Vaše heslo bylo změněno',
      paragraphs: () => [
        'Heslo vašeho účtu v klientském portálu bylo právě změněno.',
        'Pokud jste to nebyli vy, nastavte si prosím ihned nové heslo a dejte nám vědět.',
      ],
      button: 'Přihlásit se',
    },
    'second-factor-off': {
      subject: () => 'Váš druhý faktor byl vypnut',
      paragraphs: ({ by }) => [
        `Druhý faktor vašeho účtu v klientském portálu byl vypnut. Změnu provedl uživatel: ${by}. K přihlášení teď stačí heslo.`,
        'Po přihlášení si můžete nastavit nový. Pokud jste to nečekali, dejte nám prosím vědět.',
      ],
      button: 'Přihlásit se',
    },
    'email-changed': {
      subject: () => 'Vaše e-mailová adresa byla změněna',
      paragraphs: ({ by, email }) => [
        `E-mailová adresa vašeho účtu v klientském portálu byla změněna na ${email}. Změnu provedl uživatel: ${by}. Odteď se přihlašujete touto adresou.`,
        'Pokud jste to nečekali, dejte nám prosím vědět.',
      ],
    },
    review: {
      subject: ({ contractNumber }) => `Žádost o účet: smlouva ${contractNumber}`,
      paragraphs: ({ email, contractNumber, client, name }) => [
        `Někdo s adresou ${email} žádá o účet pro klienta ${client}, smlouva ${contractNumber}.`,
        name
          ? `Kontakt ${name} je označen k prověření, účet proto zatím nelze zřídit.`
          : 'Adresa nepatří žádnému kontaktu tohoto klienta, nebo patří kontaktu, který byl deaktivován nebo jehož pozvánka byla zrušena. Nic na ni nebylo odesláno.',
        'Pokud osoba ke klientovi patří, přidejte nebo uvolněte kontakt; potom lze žádost podat znovu.',
      ],
    },
    invoice: {
      subject: ({ number }) => `Faktura ${number}`,
      paragraphs: ({ number, client, amount, open, dueOn, file }) => [
        `Faktura ${number} pro klienta ${client} je vystavena: ${amount}.`,
        ...(open ? [dueOn ? `Uhraďte prosím ${open} do ${dueOn}.` : `Zbývá uhradit ${open}.`] : ['Není třeba nic platit.']),
        ...(file ? [attached] : []),
        choose,
      ],
      button: 'Zobrazit fakturu',
    },
    'credit-note': {
      subject: ({ number }) => `Dobropis ${number}`,
      paragraphs: ({ number, client, amount, file }) => [
        `Dobropis ${number} pro klienta ${client} je vystaven: ${amount}.`,
        ...(file ? [attached] : []),
        choose,
      ],
      button: 'Zobrazit dobropis',
    },
    receipt: {
      subject: ({ amount }) => `Platba přijata: ${amount}`,
      paragraphs: ({ number, client, amount, method }) => [
        `Přijali jsme platbu pro klienta ${client}: ${amount}. Děkujeme.`,
        `Faktury: ${number}.`,
        ...(method ? [`Způsob platby: ${method}.`] : []),
        choose,
      ],
      button: 'Zobrazit fakturu',
    },
    overdue: {
      subject: ({ number }) => `Upomínka: faktura ${number} je po splatnosti`,
      paragraphs: ({ number, client, open, dueOn, file }) => [
        `Faktura ${number} pro klienta ${client} byla splatná ${dueOn} a částka ${open} k nám zatím nedorazila.`,
        'Uhraďte ji prosím nyní. Pokud je platba na cestě, nemusíte nic dělat.',
        ...(file ? [attached] : []),
      ],
      button: 'Zobrazit fakturu',
    },
    'overdue-again': {
      subject: ({ number }) => `Druhá upomínka: faktura ${number} je stále po splatnosti`,
      paragraphs: ({ number, client, open, dueOn, file }) => [
        `Už jsme vám psali: faktura ${number} pro klienta ${client} byla splatná ${dueOn} a stále zbývá uhradit ${open}.`,
        'Uhraďte ji prosím nyní, nebo nám dejte vědět, pokud v ní něco nesouhlasí, aby vaše služby nebyly přerušeny.',
        ...(file ? [attached] : []),
      ],
      button: 'Zobrazit fakturu',
    },
    statement: {
      subject: ({ client, period }) => `Výpis z účtu pro ${client}, ${period}`,
      paragraphs: ({ client, period, amount }) => [
        `Je tu výpis z účtu pro ${client} za období ${period}. Zůstatek na konci měsíce: ${amount}.`,
        'Najdete jej v příloze, pro každou měnu jako soubor PDF.',
        choose,
      ],
      button: 'Zobrazit účet',
    },
    'ticket-post': {
      subject: ({ number, subject }) => `Požadavek ${number}: ${subject}`,
      paragraphs: ({ by, number, subject }) => [`${by} píše v požadavku ${number} „${subject}“:`],
      after: ({ file }) => (file ? [`Soubory v portálu: ${file}`] : []),
      button: 'Zobrazit požadavek',
    },
    'ticket-closed': {
      subject: ({ number }) => `Váš e-mail k požadavku ${number} nebyl přidán`,
      paragraphs: ({ number, subject }) => [
        `Váš e-mail k požadavku ${number} „${subject}“ nebyl přidán: požadavek je uzavřen příliš dlouho a nelze jej znovu otevřít.`,
        'Založte prosím nový požadavek a uveďte v něm číslo původního. Váš e-mail jsme uschovali.',
      ],
      button: 'Založit požadavek',
    },
    'ticket-new': {
      subject: ({ number, subject }) => `Požadavek ${number} je založen: ${subject}`,
      paragraphs: ({ by, number, subject }) => [
        `Byl založen požadavek ${number}, „${subject}“. Založil(a): ${by}.`,
        'Odpovědi chodí také e-mailem.',
        chooseSupport,
      ],
      button: 'Zobrazit požadavek',
    },
    'ticket-over': {
      subject: ({ number, subject }) => `Požadavek ${number} je uzavřen: ${subject}`,
      paragraphs: ({ by, number, subject }) => [
        `Požadavek ${number}, „${subject}“, byl uzavřen. Uzavřel(a): ${by}.`,
        'Pokud ještě něco zbývá, lze ho v portálu znovu otevřít.',
        chooseSupport,
      ],
      button: 'Zobrazit požadavek',
    },
    'ticket-digest': {
      subject: () => 'Co je nového ve vašich požadavcích',
      paragraphs: () => ['Od posledního e-mailu se stalo toto:'],
      after: () => [chooseSupport],
      button: 'Zobrazit požadavky',
    },
  },
};

export default texts;
