import type { Output, Parsed } from '#contract/contract';
import { HELD_MAX } from '#contract/heldCalls';
import type { LedgerTx } from '#db/ledger/database';
import { assert } from '#domain/assert';
import { Entry, type EntryOf } from '#domain/entry';
import { cents as amount, formatAmount } from '#domain/money';
import { refuse } from '#domain/refusal';
import { isTrainingSeries, seriesLabel } from '#domain/series';
import { SLIP_WIDTH } from '#printing/slip';
import { isTold } from './heldTold.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';
import { receiptShown } from './officeReceipt.ts';
import { heldOf, type ReadStray } from './strayBranches.ts';

/**
 * What one stray says, row by row: a receipt by its slip, anything else by what it posts, and what is no entry as it came.
 * @throws Refusal `strays_changed` where it is held no more, `batch_not_told`
 */
export async function heldEntry(
  tx: LedgerTx,
  { station, epoch, digest }: Parsed<'heldEntry'>,
  at: OfficeAt,
): Promise<Output<'heldEntry'>> {
  const { district } = at;
  const { following, others } = await heldOf(tx, { district, series: station, epoch }, HELD_MAX);
  const stray = [...following, ...others].find(({ row }) => row.digest === digest);
  if (!stray) refuse('strays_changed', { station: seriesLabel(station, epoch) });
  const { data: entry } = Entry.safeParse(stray.arrival.state === 'sound' ? stray.arrival.json : null);
  if (entry === undefined) return { rows: asItCame(stray) };
  const batch = 'batch' in entry.payload ? String(entry.payload.batch) : null;
  if (batch !== null && !(await isTold(tx, district, batch))) refuse('batch_not_told', { batch });
  const isReceipt = entry.kind === 'receipt_issued';
  return { rows: isReceipt ? await slipOf(tx, entry, stray, at) : postedBy(entry) };
}

async function slipOf(
  tx: LedgerTx,
  entry: EntryOf<'receipt_issued'>,
  { arrival: { sealed } }: ReadStray,
  { district, policy }: OfficeAt,
): Promise<string[]> {
  const { hash, personal } = sealed;
  const history = { issued: { entry, hash, personal }, voided: null, undos: [] };
  const facts = {
    ...{ district: policy, training: isTrainingSeries(entry.series) },
    nameOf: await nameOf(tx, district),
  };
  const [slip] = receiptShown(history, facts).slips;
  assert(slip, 'a receipt has a slip');
  return slip.rows;
}

function postedBy({ kind, businessDay, postings }: Entry): string[] {
  const words = kind.replaceAll('_', ' ');
  return [
    `${words.charAt(0).toUpperCase()}${words.slice(1)}, ${businessDay}`,
    ...postings.flatMap(({ account, side, cents }) => [
      account,
      `${side} ${formatAmount(amount(cents))}`.padStart(SLIP_WIDTH),
    ]),
  ];
}

const ROWS_MAX = 60;

function asItCame({ arrival: { sealed } }: ReadStray): string[] {
  const all = sealed.text.match(new RegExp(`.{1,${SLIP_WIDTH}}`, 'gsu')) ?? [];
  return all.slice(0, ROWS_MAX);
}
