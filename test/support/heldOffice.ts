import type { Output } from '#contract/contract';
import type { Branch, Stray } from '#contract/heldCalls';
import { type RefusalCode, sentenceOf } from '#domain/refusal';
import type { Host } from '#main/host';
import type { OfficeRequest } from '#main/sync/wire';
import { askedAtHome, officeLine } from './officeLine.ts';

type Held = Output<'heldEntries'>;

/** A stand-in for what the ledger holds of stations: it lists, says, and keeps what was decided. */
export type HeldOffice = {
  held: Held;
  told: OfficeRequest[];
  /** The next command is refused with this. */
  refuses: RefusalCode | null;
  isAway: boolean;
  line(usual: Host): Partial<Host>;
};

export const DECISION_MARK = '7d1c44e0'.repeat(8);

const AT = Date.parse('2026-11-23T17:04:00Z');

function stray(sequence: number | null, over: Partial<Stray>): Stray {
  return {
    ...{ digest: String(sequence ?? 0).padStart(64, 'a'), sequence, kind: 'receipt_issued', recordedAt: AT },
    ...{ personName: 'Marisol Ortiz', receipt: null, cents: null, isCopy: false, receivedAt: AT + 3_600_000 },
    ...{ why: 'the station was enrolled anew since', ...over },
  };
}

const BRANCHES: Branch[] = [
  {
    ...{ station: 'W3', epoch: 1, can: 'adopt' },
    strays: [
      stray(1_205, { receipt: 'W3-000483', cents: 8_640 }),
      stray(1_206, { receipt: 'W3-000484' }),
      stray(1_207, { kind: 'drawer_closed' }),
    ],
  },
  {
    ...{ station: 'W1', epoch: 2, can: 'dismiss' },
    strays: [
      stray(881, { receipt: 'W1.2-000210', cents: 4_000, isCopy: true, why: 'another entry has this number' }),
      stray(882, { receipt: 'W1.2-000211', cents: 2_500, why: 'another entry has this number' }),
      stray(null, { kind: null, recordedAt: null, personName: null, why: 'the text is not an entry of a chain' }),
    ],
  },
];

const PARKED: Held['parked'] = [
  {
    ...{ station: 'W2', epoch: 1, sequence: 340, kind: 'receipt_voided', at: AT, detail: 'entry 322 is void already' },
    why: 'it undoes a receipt that is not there to be undone',
  },
];

const SLIP = [
  '        QUARRY BAY SEWER DISTRICT',
  '',
  'Receipt W3-000483',
  '',
  `${'Sewer service'.padEnd(37)}86.40`,
  `${'Check 1187'.padEnd(37)}86.40`,
];

export function heldOffice(): HeldOffice {
  const office: HeldOffice = {
    held: { branches: BRANCHES, parked: PARKED, more: false },
    ...{ told: [], refuses: null, isAway: false },
    line: (usual) => officeLine(usual, office, (request) => askedAtHome(request.call) ?? answered(office, request)),
  };
  return office;
}

function answered(office: HeldOffice, request: OfficeRequest): Response {
  const { call, input } = request;
  if (call === 'days')
    return Response.json({ value: { closedThrough: null, today: '2026-11-23', days: [], more: false } });
  if (call === 'heldEntries') return Response.json({ value: office.held });
  if (call === 'heldEntry') return Response.json({ value: { rows: SLIP } });
  if (call === 'strayDecision' || call === 'parkedMark')
    return Response.json({ value: { mark: DECISION_MARK, notApprovers: ['m.ortiz'] } });
  office.told.push(request);
  const code = office.refuses;
  office.refuses = null;
  const facts = { station: String(input.station) };
  if (code) return Response.json({ code, facts, sentence: sentenceOf(code, facts) }, { status: 422 });
  if (call === 'explainParked') {
    office.held = { ...office.held, parked: [] };
    return Response.json({ value: { station: 'W2', epoch: 1, sequence: 340 } });
  }
  const { station, epoch, digests } = input as { station: string; epoch: number; digests: string[] };
  office.held = { ...office.held, branches: office.held.branches.filter((one) => one.station !== station) };
  const done = call === 'adoptStrays' ? { first: 1_205, last: 1_207 } : { dismissed: digests.length };
  return Response.json({ value: { station, epoch, ...done } });
}
