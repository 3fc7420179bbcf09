import type { Output } from '#contract/contract';
import type { BusinessDay } from '#domain/businessDay';
import { type RefusalCode, sentenceOf } from '#domain/refusal';
import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';
import { PAPER } from './depositPapers.ts';
import { askedAtHome, officeLine } from './officeLine.ts';

export type Deposit = Output<'deposit'>;
type Depositable = Output<'depositable'>;

/** A stand-in for the ledger's deposits: it lists and tells them, takes what it is told, and keeps it. */
export type DepositsOffice = {
  deposits: Deposit[];
  depositable: Depositable;
  waiting: Output<'deposits'>['waiting'];
  told: OfficeRequest[];
  /** The next command is refused with this. */
  refuses: { code: RefusalCode; facts?: Record<string, string | number> } | null;
  /** What the next second count comes to. */
  agrees: boolean;
  isAway: boolean;
  /** The line of a station to it; all but office calls go the usual way. */
  line(usual: Host): Partial<Host>;
};

export function depositsOffice(deposits: Deposit[], depositable: Depositable = WAITING): DepositsOffice {
  const office: DepositsOffice = {
    ...{ deposits, depositable, told: [], refuses: null, agrees: true, isAway: false },
    waiting: { firstReceiptAt: MORNING, dueAt: MORNING + DAY, isLate: false, batches: 3, bagged: 0 },
    line: (usual) => officeLine(usual, office, (request) => answered(office, request)),
  };
  return office;
}

function answered(office: DepositsOffice, request: OfficeRequest): Response {
  const { call, input, person } = request;
  const named = office.deposits.find(({ deposit }) => deposit === input.deposit);
  if (call === 'deposits') return Response.json({ value: listed(office, input) });
  if (call === 'deposit') return named ? Response.json({ value: seenBy(named, person) }) : unknown(input);
  if (call === 'depositable') return Response.json({ value: office.depositable });
  if (call === 'confirmation') {
    const differenceCents = Number(input.cents) - 659_680;
    return Response.json({ value: { depositedCents: 659_680, differenceCents, mark: '3f9ab0c1'.repeat(8) } });
  }
  if (call === 'depositResolution') return Response.json({ value: RESOLUTION });
  if (call === 'safe' || call === 'batches' || call === 'changeOrders') return Response.json({ value: EMPTY[call] });
  const home = askedAtHome(call);
  if (home) return home;
  office.told.push(request);
  if (office.refuses !== null) {
    const { code, facts = {} } = office.refuses;
    office.refuses = null;
    return Response.json({ code, facts, sentence: sentenceOf(code, facts) }, { status: 422 });
  }
  return Response.json({ value: done(office, request, named) });
}

const RESOLUTION: Output<'depositResolution'> = {
  foundCents: 9_640,
  unexplained: [
    { tender: 'cash', cents: -2_000 },
    { tender: 'check', cents: 0 },
    { tender: 'money-order', cents: 0 },
  ],
  mark: '3f9ab0c1'.repeat(8),
};

const EMPTY = {
  safe: {
    safeCents: 80_000,
    notCounted: 0,
    undepositedCents: 0,
    readyCents: 0,
    changeFundCents: 100_000,
    inTransit: [],
    lately: [],
    counting: null,
    people: [],
    stations: ['W3'],
  },
  batches: { batches: [], more: false },
  changeOrders: { orders: [] },
} satisfies { [N in 'safe' | 'batches' | 'changeOrders']: Output<N> };

function unknown({ deposit }: OfficeRequest['input']): Response {
  const facts = { deposit: String(deposit) };
  const sentence = sentenceOf('deposit_unknown', facts);
  return Response.json({ code: 'deposit_unknown', facts, sentence }, { status: 422 });
}

function listed({ deposits, waiting }: DepositsOffice, input: OfficeRequest['input']): Output<'deposits'> {
  const found = deposits
    .filter(({ state }) => input.states === undefined || (input.states as string[]).includes(state))
    .filter(({ isLate }) => input.late !== true || isLate)
    .map(({ told: _, steps: __, notApprovers: ___, ...one }) => one);
  const from = found.findIndex(({ deposit }) => deposit === input.after) + 1;
  const most = Number(input.most);
  const ready = deposits.filter(({ state }) => state === 'made').length;
  return { waiting, ready, deposits: found.slice(from, from + most), more: found.length > from + most };
}

/** Who prepared it sees the first count, and nobody else before the second. */
function seenBy(deposit: Deposit, person: string): Deposit {
  const isYours = person === 'j.whitebear';
  const isOneCount = deposit.state === 'prepared' || deposit.state === 'recounted';
  return { ...deposit, isYours, told: isOneCount && !isYours ? null : deposit.told };
}

function done(office: DepositsOffice, { call, input }: OfficeRequest, named: Deposit | undefined): unknown {
  if (call === 'prepareDeposit') return { deposit: 'L-P0232', totalCents: 28_260, dueAt: MORNING + DAY };
  const { deposit } = input;
  if (!named) return { deposit };
  named.state = stateAfter(office, call, input) ?? named.state;
  if (call === 'confirmDeposit' || call === 'correctConfirmation')
    named.differenceCents = Number(input.cents) - 659_680;
  const counts = countsAt(office.agrees ? 'made' : 'differs');
  return {
    witnessDeposit: { deposit, state: named.state, counts },
    resolveDeposit: { deposit, state: named.state, totalCents: 9_640 },
    handToCourier: { deposit, state: named.state, isLate: false },
    courierMissed: { deposit, isSealWhole: String(input.seal) === 'S991', dueAt: MORNING + DAY },
    confirmDeposit: { deposit, state: named.state, differenceCents: Number(input.cents) - 659_680 },
    correctConfirmation: { deposit, differenceCents: Number(input.cents) - 659_680 },
    withdrawDeposit: { deposit, state: named.state },
    recountDeposit: { deposit, state: named.state },
    explainLateDeposit: { deposit },
  }[call];
}

function stateAfter(
  { agrees }: DepositsOffice,
  call: string,
  input: OfficeRequest['input'],
): Deposit['state'] | undefined {
  const after: Record<string, Deposit['state']> = {
    ...{ witnessDeposit: agrees ? 'made' : 'differs', resolveDeposit: 'made', handToCourier: 'handed' },
    ...{ courierMissed: input.seal === 'S991' ? 'made' : 'broken', recountDeposit: 'recounted' },
    ...{ confirmDeposit: 'confirmed', withdrawDeposit: 'withdrawn' },
  };
  return after[call];
}

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;
/** 8:05 in Quarry Bay, on Monday. */
export const MORNING = Date.UTC(2026, 10, 23, 16, 5);
const MONDAY = '2026-11-23' as BusinessDay;

/** A deposit at some state, of two batches, with what was told of it. */
export function someDeposit(deposit: string, state: Deposit['state'], over: Partial<Deposit> = {}): Deposit {
  const isOut = state === 'handed' || state === 'confirmed';
  const { parts, pieces, checks, hash, seal } = PAPER;
  return {
    ...{ deposit, state, bankAccount: 'operating', bankAccountName: 'Operating account', lastFour: '0917' },
    isCounty: false,
    tenders: ['cash', 'check', 'money-order'],
    differenceCents: state === 'confirmed' ? 0 : null,
    ...{ bag: 'QB00814473', businessDay: MONDAY, preparedAt: MORNING + 554 * MINUTE, preparerName: 'Joseph Whitebear' },
    ...{ isYours: false, firstReceiptAt: MORNING, dueAt: MORNING + DAY, isLate: false, lateReason: null },
    handedAt: isOut ? MORNING + 575 * MINUTE : null,
    told: {
      ...{ seal, hash, pieces, checks: [...checks], parts: [...parts], totalCents: 659_680, breaks: [] },
      ...{ funds: [], settled: [] },
      images: null,
      bank: state === 'confirmed' ? { reference: '20261123-0917-7', day: MONDAY, cents: 659_680 } : null,
      counts: countsAt(state),
      tie: [
        { tender: 'cash', ...through(349_760, isMade(state)) },
        { tender: 'check', ...through(301_280, isMade(state)) },
        { tender: 'money-order', ...through(8_640, isMade(state)) },
      ],
    },
    steps: stepsTo(state),
    notApprovers: [],
    ...over,
  };
}

const isMade = (state: Deposit['state']) => state === 'made' || state === 'handed' || state === 'confirmed';

function through(cents: number, made: boolean) {
  return {
    ...{ receiptsCents: cents, drawersCents: cents, officeCents: cents, elsewhereCents: 0 },
    depositCents: made ? cents : null,
  };
}

const papers = (items: number | null, heldCents: number, agrees = true) => ({
  ...{ firstItems: items, secondItems: items, agrees, heldCents },
});

function countsAt(state: Deposit['state']): NonNullable<Deposit['told']>['counts'] {
  if (state === 'prepared' || state === 'withdrawn') return [];
  const less = state === 'differs' ? 2_000 : 0;
  return [
    { ...{ tender: 'cash', firstCents: 349_760, secondCents: 349_760 - less }, ...papers(null, 349_760, less === 0) },
    { ...{ tender: 'check', firstCents: 301_280, secondCents: 301_280 }, ...papers(3, 301_280) },
    { ...{ tender: 'money-order', firstCents: 8_640, secondCents: 8_640 }, ...papers(1, 8_640) },
  ];
}

function stepsTo(state: Deposit['state']): Deposit['steps'] {
  const step = (name: Deposit['steps'][number]['step'], minutes: number, personName: string, words: string | null) => ({
    ...{ step: name, at: MORNING + minutes * MINUTE, personName, words, seals: null, bagged: null, slip: null },
    approverName: null,
  });
  const all = [
    step('prepared', 554, 'Joseph Whitebear', null),
    step('made', 559, 'Leila Haddad', null),
    step('handed', 575, 'Joseph Whitebear', 'Northwest Armored'),
    step('confirmed', 700, 'Ingrid Solheim', null),
  ];
  if (state === 'differs') return [...all.slice(0, 1), step('differs', 559, 'Leila Haddad', null)];
  if (state === 'broken' || state === 'recounted')
    return [...all.slice(0, 3), ...BROKEN.slice(0, state === 'broken' ? 1 : 2)];
  if (state === 'withdrawn') return [...all.slice(0, 1), step('withdrawn', 560, 'Joseph Whitebear', 'The bag is torn')];
  return all.slice(0, all.findIndex((one) => one.step === state) + 1);
}

/** Another seal was read, and what is in it was counted again into another bag. */
const BROKEN: Deposit['steps'] = [
  {
    ...{ step: 'broken', at: MORNING + 600 * MINUTE, personName: 'Ingrid Solheim', words: 'The bank was shut' },
    approverName: null,
    ...{ seals: { recorded: 'S991', read: 'S997' }, bagged: null, slip: null },
  },
  {
    ...{
      step: 'recounted',
      at: MORNING + 610 * MINUTE,
      personName: 'Joseph Whitebear',
      approverName: null,
      words: null,
      seals: null,
      slip: null,
    },
    bagged: { bag: 'QB00814480', seal: 'S1000' },
  },
];

const check = (batch: string, checkNumber: string, cents: number, tender: 'check' | 'money-order' = 'check') => ({
  ...{ batch, tender, checkNumber, cents, account: 'operating' },
});

/** Of cash no amount is told: the district counts blind. */
const part = (batch: string, tender: 'cash' | 'check' | 'money-order', cents: number | null) => ({
  ...{ batch, tender, cents, account: 'operating' },
});

/** Three approved batches: two drawers', one of cash alone. */
export const WAITING: Depositable = {
  bankAccounts: [
    { account: 'operating', name: 'Operating account', lastFour: '0917', tenders: ['cash', 'check', 'money-order'] },
  ],
  funds: [
    { fund: '401', name: 'Sewer operating' },
    { fund: '402', name: 'Sewer capital' },
  ],
  batches: [
    {
      ...{ batch: 'W1-B0411', businessDay: MONDAY, cashierName: 'Leila Haddad', approvedByName: 'Ingrid Solheim' },
      firstReceipt: { label: 'W1-018377', at: MORNING, dueAt: MORNING + DAY },
      parts: [part('W1-B0411', 'cash', null), part('W1-B0411', 'check', 9_620)],
      checks: [check('W1-B0411', '4419', 8_640), check('W1-B0411', '1187', 980)],
    },
    {
      ...{ batch: 'W3-B0412', businessDay: MONDAY, cashierName: 'Marisol Ortiz', approvedByName: 'Ingrid Solheim' },
      firstReceipt: { label: 'W3-000412', at: MORNING + 9 * MINUTE, dueAt: MORNING + DAY + 9 * MINUTE },
      parts: [part('W3-B0412', 'money-order', 8_640)],
      checks: [check('W3-B0412', '209817745511', 8_640, 'money-order')],
    },
    {
      ...{ batch: 'W3-B0413', businessDay: MONDAY, cashierName: 'Marisol Ortiz', approvedByName: 'Ingrid Solheim' },
      firstReceipt: { label: 'W3-000460', at: MORNING + 300 * MINUTE, dueAt: MORNING + DAY + 300 * MINUTE },
      parts: [part('W3-B0413', 'cash', null)],
      checks: [],
    },
  ],
};

/** One of every state, the newest first; one is late, and nobody has said why. */
export function everyDeposit(): Deposit[] {
  return [
    someDeposit('L-P0231', 'prepared'),
    someDeposit('L-P0230', 'differs', { bag: 'QB00814472' }),
    someDeposit('L-P0229', 'made', { bag: 'QB00814471' }),
    someDeposit('L-P0228', 'handed', { bag: 'QB00814470' }),
    someDeposit('L-P0227', 'made', {
      ...{ bag: 'QB00814469', isLate: true, firstReceiptAt: MORNING - 3 * DAY, dueAt: MORNING - 2 * DAY },
    }),
    someDeposit('L-P0226', 'confirmed', {
      ...{ bag: 'QB00814468', isLate: true, firstReceiptAt: MORNING - 4 * DAY, dueAt: MORNING - 3 * DAY },
      ...{ lateReason: { words: 'The road was flooded' } },
    }),
    someDeposit('L-P0225', 'withdrawn', { bag: 'QB00814467' }),
    someDeposit('L-P0224', 'confirmed', { bag: 'QB00814466', differenceCents: -38_319 }),
    someDeposit('L-P0223', 'broken', { bag: 'QB00814465' }),
  ];
}
