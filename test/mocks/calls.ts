import type { components } from '../../src/api/schema.js';
import { http, problem } from './http.js';

type Call = components['schemas']['Call'];
type CallDetail = components['schemas']['CallDetail'];

export const aCall = (part: Partial<Call> = {}): Call => ({
  id: 'call_1',
  direction: 'out',
  from: { number: '+4930123456', name: 'Front desk', extension: '301' },
  to: { number: '+420601123456', name: null, extension: null },
  dialled: '00420601123456',
  startedAt: '2026-11-20T08:15:30Z',
  answeredAt: '2026-11-20T08:15:38Z',
  endedAt: '2026-11-20T08:19:41Z',
  ringSeconds: 8,
  durationSeconds: 251,
  billableSeconds: 243,
  billedSeconds: 300,
  result: 'answered',
  resultLabel: 'Answered',
  destination: 'Czechia mobile',
  cost: { amount: '0.395000', currency: 'EUR' },
  rating: 'rated',
  final: false,
  ...part,
});

const nobody = { number: null, name: null, extension: null };

/** Every direction, result and rating, callers of all kinds, in two currencies. */
export const someCalls: Call[] = [
  aCall(),
  aCall({
    id: 'call_2',
    direction: 'in',
    from: nobody,
    to: { number: '+4930123456', name: 'Front desk', extension: '301' },
    dialled: null,
    result: 'no-answer',
    resultLabel: 'No answer',
    answeredAt: null,
    durationSeconds: 31,
    billableSeconds: 0,
    billedSeconds: 0,
    destination: null,
    cost: { amount: '0', currency: 'EUR' },
    rating: 'free',
    legCount: 3,
  }),
  aCall({
    id: 'call_3',
    direction: 'internal',
    from: { number: '301', name: 'Front desk', extension: '301' },
    to: { number: '115', name: 'Workshop', extension: '115' },
    dialled: '115',
    result: 'voicemail',
    resultLabel: 'Voicemail',
    destination: null,
    cost: null,
    rating: 'included',
    recording: { available: true },
  }),
  aCall({ id: 'call_4', cost: null, rating: 'pending', result: 'busy', resultLabel: 'Busy', durationSeconds: 7 }),
  aCall({
    id: 'call_5',
    from: { number: 'sip:reception@acme.example', name: null, extension: null },
    to: { number: '110', name: null, extension: null },
    dialled: '110',
    destination: 'Emergency',
    durationSeconds: 3725,
    cost: { amount: '1.500000', currency: 'CZK' },
    final: true,
  }),
  aCall({ id: 'call_6', direction: 'in', result: 'parked', resultLabel: 'Parked by the desk', rating: 'disputed' }),
  aCall({ id: 'call_7', result: 'failed', resultLabel: 'Failed', cost: { amount: '0.012345', currency: 'EUR' } }),
];

/** A call of three legs: two telephones that rang, and the one that answered. */
export const aCallWithLegs: CallDetail = {
  ...aCall({ id: 'call_legs', direction: 'in', legCount: 3, recording: { available: true }, destination: null, rating: 'free' }),
  legs: ['301', '302', '303'].map((extension, index) => ({
    id: `leg_${extension}`,
    from: { number: '+420601123456', name: null, extension: null },
    to: { number: '+4930123456', name: null, extension },
    startedAt: '2026-11-20T08:15:30Z',
    answeredAt: index === 2 ? '2026-11-20T08:15:38Z' : null,
    endedAt: index === 2 ? '2026-11-20T08:19:41Z' : '2026-11-20T08:15:38Z',
    durationSeconds: index === 2 ? 251 : 8,
    result: ['no-answer', 'busy', 'answered'][index]!,
    resultLabel: ['No answer', 'Busy', 'Answered'][index]!,
  })),
};

export const getCall = (call: CallDetail = aCallWithLegs) =>
  http.get('/contracts/{contractId}/calls/{callId}', ({ response }) => response(200).json(call));

/** A second of silence: 8,000 samples of eight bits. */
function silence(): ArrayBuffer {
  const samples = 8000;
  const view = new DataView(new ArrayBuffer(44 + samples));
  const write = (at: number, text: string) => [...text].forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, 36 + samples, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, samples, true);
  view.setUint32(28, samples, true);
  view.setUint16(32, 1, true);
  view.setUint16(34, 8, true);
  write(36, 'data');
  view.setUint32(40, samples, true);
  new Uint8Array(view.buffer, 44).fill(128);
  return view.buffer;
}

/** The recording of any call; `content` that is no sound cannot be played. */
export const getRecording = (content: BodyInit = silence()) =>
  http.get('/contracts/{contractId}/calls/{callId}/recording', ({ response }) =>
    response.untyped(
      new Response(content, { headers: { 'Content-Type': 'audio/wav', 'Content-Disposition': 'attachment; filename="call.wav"' } }),
    ),
  );

export const getStatement = () =>
  http.get('/contracts/{contractId}/calls/statement', ({ response }) =>
    response.untyped(new Response('%PDF-1.3', { headers: { 'Content-Type': 'application/pdf' } })),
  );

interface ListOptions {
  /** Instead of counting `all`: a list so long that only its pages exist. */
  total?: number;
  oldestAvailableOn?: string | null;
}

/** Cuts pages as the server does, and filters by text, direction and result; the period is taken as asked. */
export const listCalls = (all: Call[] = someCalls, { total, oldestAvailableOn = null }: ListOptions = {}) =>
  http.get('/contracts/{contractId}/calls', ({ request, query, response }) => {
    if (request.headers.get('Accept') === 'text/csv')
      return response.untyped(new Response('Started\r\n2026-11-20T08:15:30Z\r\n', { headers: { 'Content-Type': 'text/csv' } }));
    const text = query.get('q') ?? '';
    const found = all.filter(
      (each) =>
        JSON.stringify([each.from, each.to, each.destination]).includes(text) &&
        [each.direction, null].includes(query.get('direction')) &&
        [each.result, null].includes(query.get('result')),
    );
    const count = total ?? found.length;
    const from = Number(query.get('cursor') ?? 0);
    const limit = Number(query.get('limit') ?? 50);
    const items = total
      ? Array.from({ length: Math.min(limit, total - from) }, (_, index) => aCall({ id: `call_${from + index}` }))
      : found.slice(from, from + limit);
    return response(200).json({
      items,
      page: {
        nextCursor: from + limit < count ? String(from + limit) : null,
        prevCursor: from > 0 ? String(Math.max(0, from - limit)) : null,
        total: count,
      },
      summary: {
        count,
        answered: found.filter(({ result }) => result === 'answered').length,
        billedSeconds: 3900,
        cost: [
          { amount: '0.802345', currency: 'EUR' },
          { amount: '1.500000', currency: 'CZK' },
        ],
      },
      oldestAvailableOn,
    });
  });

export const listCallsFails = (status = 500) =>
  http.get('/contracts/{contractId}/calls', () => problem(status, 'Call records cannot be read') as never);
