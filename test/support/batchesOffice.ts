import type { Output } from '#contract/contract';
import { attachmentType } from '#domain/attachment';
import type { BatchState } from '#domain/batch';
import type { BusinessDay } from '#domain/businessDay';
import { cents } from '#domain/money';
import { type RefusalCode, sentenceOf } from '#domain/refusal';
import { sha256OfBytes } from '#main/chain/sha256';
import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';
import { askedAtHome, officeLine } from './officeLine.ts';
import { officeReceiptsTold } from './officeReceipts.ts';
import { PDF, PNG } from './paidOut.ts';

type Batch = Output<'batch'>;
type Listed = Output<'batches'>['batches'][number];

/** A stand-in for the ledger's batches: it lists, tells, approves and sends back, and keeps what it was told. */
export type BatchesOffice = {
  batches: Batch[];
  told: OfficeRequest[];
  /** The next command is refused with this. */
  refuses: RefusalCode | null;
  isAway: boolean;
  /** What it answers to who opens a file. */
  file: Buffer;
  /** The line of a station to it; all but office calls go the usual way. */
  line(usual: Host): Partial<Host>;
};

/** Paid-outs of a drawer: a file that has come up, one that has not, and a picture that has. */
const PAID_OUTS: NonNullable<Batch['totals']>['paidOuts'] = [
  {
    ...{ label: 'W3-O0001', cents: 2_000, at: Date.UTC(2026, 10, 23, 18, 42), words: 'Stamps for the counter' },
    ...{ byName: 'Marisol Ortiz', approverName: 'Ingrid Solheim' },
    file: { name: 'stamps.pdf', type: 'application/pdf', sha256: sha256OfBytes(PDF), station: 'W3', isHere: true },
  },
  {
    ...{ label: 'W3-O0002', cents: 1_150, at: Date.UTC(2026, 10, 23, 22, 5), words: 'Key cut for the meter cage' },
    ...{ byName: 'Marisol Ortiz', approverName: 'Joseph Whitebear' },
    file: { name: 'IMG_20261123_140212.jpg', type: 'image/jpeg', sha256: 'c'.repeat(64), station: 'W3', isHere: false },
  },
  {
    ...{ label: 'W3-O0003', cents: 800, at: Date.UTC(2026, 10, 23, 22, 30), words: 'Two folders' },
    ...{ byName: 'Marisol Ortiz', approverName: 'Joseph Whitebear' },
    file: { name: 'folders.png', type: 'image/png', sha256: sha256OfBytes(PNG), station: 'W3', isHere: true },
  },
];

export function batchesOffice(batches: Batch[]): BatchesOffice {
  const office: BatchesOffice = {
    ...{ batches, told: [], refuses: null, isAway: false, file: PDF },
    line: (usual) => officeLine(usual, office, (request) => answered(office, request)),
  };
  return office;
}

function answered(office: BatchesOffice, request: OfficeRequest): Response {
  const { call, input } = request;
  const named = office.batches.find(({ batch }) => batch === input.batch);
  if (call === 'batches') return Response.json({ value: listed(office, input) });
  if (call === 'batch') return Response.json({ value: named });
  if (call === 'officeAttachment')
    return Response.json({ value: { type: attachmentType(office.file), base64: office.file.toString('base64') } });
  if (call === 'safe') return Response.json({ value: EMPTY_SAFE });
  if (call === 'changeOrders') return Response.json({ value: { orders: [] } });
  const ofReceipt = officeReceiptsTold(request);
  if (ofReceipt !== undefined) return Response.json({ value: ofReceipt });
  const home = askedAtHome(call);
  if (home) return home;
  office.told.push(request);
  const code = office.refuses;
  if (code !== null) {
    office.refuses = null;
    const facts = { batch: String(input.batch), deposit: 'D-2026-0231' };
    return Response.json({ code, facts, sentence: sentenceOf(code, facts) }, { status: 422 });
  }
  if (named) decide(named, request);
  return Response.json({ value: { batch: input.batch, state: named?.state } });
}

const EMPTY_SAFE: Output<'safe'> = {
  ...{
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
};

function listed({ batches }: BatchesOffice, input: OfficeRequest['input']): Output<'batches'> {
  const from = batches.findIndex(({ batch }) => batch === input.after) + 1;
  const most = Number(input.most);
  const found = batches
    .slice(from)
    .filter(({ state }) => input.state === undefined || state === input.state)
    .filter(({ businessDay }) => input.day === undefined || businessDay === input.day);
  return { batches: found.slice(0, most).map(asListed), more: found.length > most };
}

function asListed(batch: Batch): Listed {
  const { drawer, cashierName, businessDay, openedAt, closedAt, state, isLeft, unsettled, takenCents } = batch;
  return {
    batch: batch.batch,
    drawer,
    cashierName,
    businessDay,
    openedAt,
    closedAt,
    state,
    isLeft,
    unsettled,
    takenCents,
  };
}

function decide(batch: Batch, { call, input }: OfficeRequest): void {
  const isApproved = call === 'approveBatch';
  batch.state = isApproved ? 'approved' : 'sent_back';
  batch.mark = isApproved ? null : batch.mark;
  batch.steps.push({
    ...{ step: isApproved ? 'approved' : 'sent_back', personName: 'Joseph Whitebear', at: MORNING + 600 * MINUTE },
    ...{ reason: isApproved ? null : String(input.reason), approverName: null },
  });
}

const MINUTE = 60_000;
/** 8:02 in Quarry Bay, on Monday. */
export const MORNING = Date.UTC(2026, 10, 23, 16, 2);
const MONDAY = '2026-11-23' as BusinessDay;

/** A drawer that is being worked in: nothing of it is told but that it is there. */
export function openBatch(batch: string, over: Partial<Batch> = {}): Batch {
  return {
    ...{ batch, drawer: batch.replace('-B', '-D'), cashierName: 'Leila Haddad', businessDay: MONDAY },
    ...{
      openedAt: MORNING,
      closedAt: null,
      state: 'open',
      unsettled: 0,
      receipts: { issued: 22, voided: 0 },
      isLeft: false,
    },
    ...{
      totals: null,
      takenCents: null,
      handoffs: [],
      undoings: [],
      undone: 0,
      foreknown: [],
      mark: null,
      yours: null,
    },
    steps: [{ step: 'opened', at: MORNING, personName: 'Leila Haddad', reason: null, approverName: null }],
    ...over,
  };
}

const handed = (batch: string, what: Batch['handoffs'][number]['what'], amount: number): Batch['handoffs'][number] => ({
  ...{ handoff: `${batch.replace('-B', '-D')}-${what}`, what, state: 'agrees' as const },
  ...{ givenByName: 'Marisol Ortiz', countedByName: 'Joseph Whitebear' },
  ...{ givenCents: amount, countedCents: amount, returnedCents: null, foundCents: null, settlement: null },
});

/** A drawer of Marisol Ortiz that is closed, counted by the office, and short of 4.25. */
export function closedBatch(batch: string, state: Exclude<BatchState, 'open'>, over: Partial<Batch> = {}): Batch {
  const decided = { approved: 'approved', sent_back: 'sent_back', deposited: 'approved', posted: 'approved' } as const;
  const last = state === 'closed' || state === 'balanced' ? null : decided[state];
  const by = { personName: 'Marisol Ortiz', reason: null, approverName: null };
  return {
    ...openBatch(batch, { cashierName: 'Marisol Ortiz', closedAt: MORNING + 541 * MINUTE, state }),
    receipts: { issued: 44, voided: 2 },
    takenCents: 126_465,
    totals: {
      ...{ issuedCents: 144_105, voidedCents: 17_640, floatCents: 20_000, paidIns: [], paidOuts: [] },
      tenders: [
        moved('cash', [23, 65_285], [1, 8_640], [0, 0], [1, 8_640]),
        moved('check', [17, 58_820], [1, 9_000], [-1, -4_200], [0, 0]),
        moved('card', [6, 20_000], [0, 0], [1, 4_200], [0, 0]),
      ],
      comparison: [
        compared('cash', 68_005, -425, null),
        compared('check', 45_620, 0, 15),
        compared('card', 24_200, 0, 7),
      ],
      strays: { missingChecks: [], unknownChecks: [], missingMoneyOrders: [], unknownMoneyOrders: [] },
    },
    handoffs: [
      handed(batch, 'float', 20_000),
      handed(batch, 'cash', 47_580),
      handed(batch, 'check', 45_620),
      handed(batch, 'float-return', 20_000),
    ],
    undoings: [
      {
        ...{ label: 'W3-000433', kind: 'correction', receipt: 'W3-000411', cents: 4_200, at: MORNING + 560 * MINUTE },
        ...{ byName: 'Marisol Ortiz', approverName: 'Ingrid Solheim', afterClose: true },
      },
    ],
    undone: 1,
    steps: [
      { step: 'opened', at: MORNING, ...by },
      { step: 'counted', at: MORNING + 532 * MINUTE, ...by },
      { step: 'closed', at: MORNING + 541 * MINUTE, ...by },
      ...(last === null
        ? []
        : [
            {
              ...{ step: last, at: MORNING + 575 * MINUTE, personName: 'Ingrid Solheim' },
              reason: last === 'sent_back' ? 'Check 1187 is keyed as 86.40 and reads 68.40' : null,
              approverName: null,
            },
          ]),
    ],
    mark: state === 'balanced' || state === 'sent_back' ? '3f9ab0c1'.repeat(8) : null,
    ...over,
  };
}

/** A drawer that is closed and of which the office has not counted all: no amount of it is told. */
export function uncountedBatch(batch: string): Batch {
  const { handoffs } = closedBatch(batch, 'closed');
  return closedBatch(batch, 'closed', {
    ...{ totals: null, takenCents: null, unsettled: 2, undoings: [], undone: 0 },
    handoffs: handoffs.map((one, at) =>
      at < 2 ? one : { ...one, state: 'waiting', countedByName: null, givenCents: null, countedCents: null },
    ),
  });
}

type Tenders = NonNullable<Batch['totals']>['tenders'][number];
type Pair = [items: number, cents: number];

function moved(tender: Tenders['tender'], ...pairs: [Pair, Pair, Pair, Pair]): Tenders {
  const [issued, voided, corrected, refunded] = pairs.map(([items, worth]) => ({ items, cents: worth })) as [
    Tenders['issued'],
    Tenders['issued'],
    Tenders['issued'],
    Tenders['issued'],
  ];
  return { tender, issued, voided, corrected, refunded };
}

function compared(
  tender: 'cash' | 'check' | 'card',
  expected: number,
  difference: number,
  items: number | null,
): NonNullable<Batch['totals']>['comparison'][number] {
  return {
    ...{ tender, expectedItems: items, countedItems: items },
    ...{
      expectedCents: cents(expected),
      countedCents: cents(expected + difference),
      differenceCents: cents(difference),
    },
  };
}

/** A closed batch with cash that left its drawer for something. */
export function withPaidOuts(batch: Batch): Batch {
  return { ...batch, totals: batch.totals && { ...batch.totals, paidOuts: PAID_OUTS } };
}

/** A closed batch whose drawer had been looked into by who counted for the office, and tried by its own cashier. */
export function lookedInto(batch: Batch): Batch {
  const [read, agreed, tried] = [5, 541, 320].map((minutes) => MORNING + minutes * MINUTE) as [number, number, number];
  const handoffs = batch.handoffs.map(({ handoff }) => handoff);
  return {
    ...batch,
    foreknown: [
      { how: 'tried', personName: 'Marisol Ortiz', at: tried, times: 4, handoffs: [] },
      {
        how: 'read',
        personName: 'Joseph Whitebear',
        at: read,
        times: 2,
        handoffs: handoffs.slice(0, 3),
      },
      { how: 'agreed', personName: 'Ingrid Solheim', at: agreed, times: 1, handoffs: handoffs.slice(3) },
    ],
  };
}

/** The same with cash that came in besides, why its drawer was closed as it was, and how two counts were settled. */
export function explained(batch: Batch): Batch {
  const at = Date.UTC(2026, 10, 23, 19, 5);
  const both = { byName: 'Marisol Ortiz', approverName: 'Joseph Whitebear' };
  const paidIns = [{ label: 'W3-I0001', cents: 2_500, at, words: 'Scrap sold at the yard', ...both }];
  const settlement = { byName: 'Joseph Whitebear', approverName: 'Ebba Lindqvist', words: 'One note stuck to another' };
  return {
    ...batch,
    totals: batch.totals && { ...batch.totals, paidIns },
    handoffs: batch.handoffs.map((one) =>
      one.what === 'cash'
        ? { ...one, state: 'settled', countedCents: 45_580, foundCents: one.givenCents, settlement }
        : one,
    ),
    steps: batch.steps.map((one) =>
      one.step === 'closed'
        ? { ...one, reason: 'Change was given twice at noon', approverName: 'Ingrid Solheim' }
        : one,
    ),
  };
}
