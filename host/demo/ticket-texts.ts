export interface DemoPost {
  /** The first name of a contact or of somebody of the company. */
  by: string;
  /** The number of hours since. */
  hours: number;
  text?: string;
  hidden?: boolean;
  status?: string;
  event?: 'closed' | 'reopened';
  file?: { name: string; content: string };
}

export interface DemoTicket {
  id: string;
  /** Acme unless it is said. */
  client?: 'cli_globex';
  subject: string;
  department: 'technical' | 'billing' | 'sales';
  priority?: 'low' | 'high' | 'urgent';
  /** Kind, id, label and contract. */
  thing?: readonly [kind: string, id: string, label: string, contractId?: string];
  copies?: readonly string[];
  facts?: readonly { label: string; kind: string; value: string }[];
  posts: readonly DemoPost[];
  rating?: { score: number; words: string };
}

const shop = ['service', 'ser_acme_shop', 'P-10020 Online shop shop.acme.example'] as const;
const server = ['service', 'ser_acme_server', 'P-10101 Build server 203.0.113.17'] as const;

const log = `2026-11-20 18:02:11 php-fpm[2210]: WARNING: pool shop seems busy, 24 children
2026-11-20 18:02:14 php-fpm[2210]: server reached pm.max_children setting (24)
2026-11-20 18:02:40 mariadb[1801]: Aborted connection 9912 to db: 'shop'
`;

/** Tickets with a conversation worth reading. */
export const demoConversations: readonly DemoTicket[] = [
  // cspell:disable
  {
    id: 'tkt_acme_german', subject: 'Rechnungen für die Buchhaltung', department: 'billing', copies: ['bruno'],
    posts: [
      { by: 'olivia', hours: 410, text: 'Guten Tag,\n\nunsere Buchhaltung braucht die Rechnungen des letzten Jahres gesammelt. Lässt sich das mit der Überweisung abgleichen?' },
      { by: 'nora', hours: 404, status: 'resolved', text: 'Gern: Unter „Invoices“ können Sie alle Rechnungen wählen und als Datei herunterladen. Die Überweisungen stehen im Kontoauszug.' },
    ],
  },
  {
    id: 'tkt_acme_czech', subject: 'Přesměrování pošty pro pobočku v Brně', department: 'technical',
    posts: [
      { by: 'tessa', hours: 388, text: 'Dobrý den, potřebujeme přesměrovat poštu pobočky v Brně na nový server. Můžete to udělat v noci?' },
      { by: 'henrik', hours: 380, status: 'resolved', text: 'Dobrý den, přesměrování je nastaveno, pošta chodí na nový server od dvou hodin ráno.' },
    ],
  },
  // cspell:enable
  {
    id: 'tkt_acme_arabic', subject: 'الخادم بطيء في المساء', department: 'technical',
    posts: [
      { by: 'olivia', hours: 350, text: 'مرحبًا، يكتب لنا شريكنا في دبي: الخادم بطيء جدًا بعد الساعة السادسة مساءً. هل يمكنكم فحص الشبكة؟' },
      { by: 'nora', hours: 341, status: 'resolved', text: 'شكرًا على رسالتكم. فحصنا الشبكة، وكان السبب نسخة احتياطية في المساء. نقلناها إلى الليل.' },
    ],
  },
  {
    id: 'tkt_acme_slow', subject: 'The shop is slow in the evening', department: 'technical', priority: 'high', thing: shop, copies: ['tessa'],
    facts: [
      { label: 'What is affected', kind: 'choice', value: 'One service' },
      { label: 'IP address or host name', kind: 'text', value: 'shop.acme.example' },
      { label: 'Please call us back', kind: 'yes-no', value: 'no' },
    ],
    posts: [
      { by: 'olivia', hours: 54, text: 'Since Thursday pages of the shop take more than ten seconds after 18:00.\n\nIn the morning everything is fine. Nothing was changed on our side.', file: { name: 'slow requests.log', content: log } },
      { by: 'nora', hours: 52.5, hidden: true, text: 'max_children 24 is far too low for this plan, see node shop-07. Do not tell before Henrik has looked.' },
      { by: 'nora', hours: 52, text: 'Hello Mrs Owner,\n\nthank you for the log. The pool of PHP processes is full in the evening. Is there a campaign, or does a search engine visit the shop at that time?\n\nKind regards\nNora Lind' },
      { by: 'tessa', hours: 30, text: 'We send our newsletter at 17:45 every day since last week, that may be it.\n\n> Is there a campaign, or does a search engine\n> visit the shop at that time?' },
      { by: 'henrik', hours: 5, text: 'That explains it. We can raise the number of processes from 24 to 48, which needs the next plan (14 EUR a month more), or you could spread the newsletter over an hour.\n\nWhich way do you prefer?' },
    ],
  },
  {
    id: 'tkt_acme_outage', subject: 'Mail cannot be sent since this morning', department: 'technical', priority: 'urgent', thing: ['service', 'ser_acme_web_mail', 'P-10014 Mailboxes acme.example'],
    posts: [
      { by: 'tessa', hours: 32, text: 'All mail to gmail.com comes back with “550 5.7.26 unauthenticated”. It began at 8:10 today.', file: { name: 'bounce.txt', content: '550-5.7.26 This mail is unauthenticated\n' } },
      { by: 'nora', hours: 31, text: 'We are on it: the SPF record of acme.example names two of three senders only.' },
      { by: 'nora', hours: 30, status: 'on-hold', text: 'The record has been put right. It takes up to a day until everybody has seen it; we look again tomorrow.' },
    ],
  },
  {
    id: 'tkt_acme_outage_2', subject: 'Mail problems???', department: 'technical', posts: [{ by: 'olivia', hours: 31.5, text: 'Our mails come back. Please help!' }],
  },
  {
    id: 'tkt_acme_backup', subject: 'Restore of the build server', department: 'technical', priority: 'high', thing: server, copies: ['olivia', 'bruno'],
    posts: longConversation(),
    rating: { score: 5, words: 'Patient and quick, even at night.' },
  },
  {
    id: 'tkt_acme_invoice', subject: 'VAT number is missing on the invoice', department: 'billing', copies: ['olivia'],
    posts: [
      { by: 'bruno', hours: 300, text: 'Could you please add our VAT number DE812345678 to the last invoice?' },
      { by: 'henrik', hours: 296, status: 'resolved', text: 'Done: you find the corrected invoice in the portal.' },
    ],
  },
  {
    id: 'tkt_acme_domain', subject: 'Transfer of acme-systems.example', department: 'sales', priority: 'low',
    posts: [
      { by: 'olivia', hours: 700, text: 'We want to move acme-systems.example to you. What do you need?' },
      { by: 'henrik', hours: 690, text: 'The authorisation code of your present provider, and the lock has to be off.' },
      { by: 'olivia', hours: 650, text: 'The code is on its way.' },
      { by: 'henrik', hours: 600, status: 'closed', text: 'The domain is with us now. Welcome!' },
    ],
  },
  {
    id: 'tkt_globex_voip', client: 'cli_globex', subject: 'One number cannot be reached', department: 'technical', priority: 'high',
    posts: [
      { by: 'greta', hours: 20, text: 'Calls to +420 601 000 111 end at once.' },
      { by: 'nora', hours: 19, hidden: true, text: 'Carrier has an incident, INC-22817.' },
      { by: 'nora', hours: 18, text: 'A carrier of ours has a fault there. We expect it to be mended this afternoon.' },
    ],
  },
]; // prettier-ignore

/** A long way from an error to its end. */
function longConversation(): DemoPost[] {
  const steps = [
    'The nightly job has overwritten /srv/builds. Can you restore it from yesterday?',
    'Yes. From which time? There are copies of 02:00, 10:00 and 18:00.',
    'From 18:00, please, into a folder beside it.',
    'The restore has begun; it will take about two hours.',
    'Thank you. Is it far?',
    '60 per cent are there.',
    'We see the first projects.',
    'All is restored into /srv/builds.restored. Please compare before you move it.',
    'Two projects are missing: firmware and docs.',
    'They were in the list of what is not backed up. We have found a copy of 10:00 of both.',
    'Then those, please.',
    'They are in /srv/builds.restored too now.',
    'Perfect, everything builds again.',
  ];
  const talk = steps.map((text, index): DemoPost => ({ by: index % 2 === 0 ? 'tessa' : 'henrik', hours: 130 - index, text }));
  return [...talk, { by: 'tessa', hours: 116, event: 'closed', status: 'closed' }];
}

const questions: readonly (readonly [subject: string, department: DemoTicket['department']])[] = [
  ['How do I set a redirect?', 'technical'],
  ['Certificate expires next week', 'technical'],
  ['Please raise the quota of the mailboxes', 'technical'],
  ['Second copy of the contract', 'sales'],
  ['Reverse DNS for 203.0.113.48', 'technical'],
  ['Direct debit was returned', 'billing'],
  ['New postal address', 'billing'],
  ['Price of a whole rack', 'sales'],
  ['PHP 8.4 for the website', 'technical'],
  ['Who may enter hall 1?', 'technical'],
];

/** Short tickets in every state, of all three people of Acme, and some of Globex. */
export function demoShortTickets(): DemoTicket[] {
  const states = ['waiting-for-client', 'closed', 'resolved', 'on-hold', 'closed', 'waiting-for-client', 'closed'] as const;
  const authors = ['olivia', 'tessa', 'olivia', 'bruno', 'olivia'];
  return Array.from({ length: 42 }, (_, index): DemoTicket => {
    const [subject, department] = questions[index % questions.length]!;
    const isGlobex = index % 7 === 6;
    const hours = 60 + index * 83;
    const answer: DemoPost = {
      by: index % 2 === 0 ? 'nora' : 'henrik',
      hours: hours - 6,
      status: states[index % states.length]!,
      text: answerTo(subject),
    };
    return {
      id: `tkt_demo_${index}`,
      ...(isGlobex && { client: 'cli_globex' }),
      subject,
      department,
      ...(index % 5 === 0 && department === 'technical' && { priority: 'high' }),
      ...(index % 9 === 0 && !isGlobex && { thing: server }),
      posts: [
        { by: isGlobex ? 'greta' : authors[index % authors.length]!, hours, text: `${subject}\n\nThank you in advance.` },
        ...(index % 6 === 5 ? [] : [answer]),
      ],
    };
  });
}

const answerTo = (subject: string) =>
  `Thank you for asking about “${subject}”. You find the answer in our handbook; write to us if anything is left open.`;
