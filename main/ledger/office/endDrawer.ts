import type { Output, Parsed } from '#contract/contract';
import { type BatchRow, insertBatches } from '#db/ledger/batches';
import { receiptSums } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { headOf } from '#db/ledger/entries';
import { insertHandoffSteps } from '#db/ledger/handoffs';
import { officeKey } from '#db/ledger/officeJournal';
import { waitingEntries } from '#db/ledger/reportNumbers';
import { compare } from '#domain/balancing';
import { drawerEmptied } from '#domain/drawerPostings';
import type { Payload } from '#domain/entry';
import { halvesOf } from '#domain/handoffPostings';
import { refuse } from '#domain/refusal';
import { seriesLabel } from '#domain/series';
import { endingMark } from '#main/chain/marks';
import { appendOffice } from './appendOffice.ts';
import { approvedBy } from './approvedBy.ts';
import { batchOrRefuse } from './batchStanding.ts';
import { drawerExpected } from './drawerExpected.ts';
import type { OfficeAt, OfficeCommandAt } from './officeAt.ts';

type Asked = Parsed<'drawerEnding'>;

/** The mark of a drawer's end. What it must hold is told to nobody before the count stands. */
export async function drawerEnding(tx: LedgerTx, asked: Asked, at: OfficeAt): Promise<Output<'drawerEnding'>> {
  const { row, mark } = await endingOf(tx, asked, at);
  return { mark, notApprovers: notForEnd(row) };
}

/**
 * Ends a drawer that its station can close no more: the drawer's half of a close, in the office's journal, by what was
 * counted in its tray. What it hands over another counts, and its batch goes the way of all batches.
 * @throws Refusal `batch_unknown`, `drawer_ended`, `drawer_not_left`, `drawer_entries_wait`, those of a second yes
 */
export async function endDrawer(
  tx: LedgerTx,
  asked: Parsed<'endDrawer'>,
  at: OfficeCommandAt,
): Promise<Output<'endDrawer'>> {
  const { row, head, mark } = await endingOf(tx, asked, at);
  const approver = await approvedBy(tx, mark, notForEnd(row), at);
  const { expected, floatCents } = await drawerExpected(tx, at.district, row);
  const comparison = compare(expected, asked.count);

  // From here on the drawer must end.
  const { batch, drawer, cashier, openedAt } = row;
  const payload: Payload<'drawer_ended'> = {
    ...{ batch, drawer, cashier, head, openedAt, floatCents, count: asked.count, comparison, mark },
    receipts: await receiptsOf(tx, at.district, row),
  };
  const postings = drawerEmptied(drawer, floatCents, comparison);
  const draft = { kind: 'drawer_ended' as const, payload, postings, approver, personal: { words: asked.reason } };
  const { sequence } = await appendOffice(tx, draft, at);
  const step = { batch, person: at.actor.person, at: at.now, sequence };
  await insertHandoffSteps(
    tx,
    officeKey(at.district),
    halvesOf({ postings }).map((half) => ({ ...half, ...step, drawer })),
  );
  await insertBatches(tx, officeKey(at.district), { opened: [], steps: [{ ...step, step: 'closed' }] });
  return { drawer, batch, comparison };
}

/** Whose drawer it is does not agree to how it ends. */
function notForEnd({ cashier }: BatchRow): string[] {
  return [cashier];
}

async function endingOf(tx: LedgerTx, { batch, count, reason }: Asked, at: OfficeAt) {
  const { district, actor } = at;
  const row = await batchOrRefuse(tx, district, batch);
  const { drawer, series, epoch } = row;
  if (row.state !== 'open') refuse('drawer_ended', { drawer });
  if (!row.isLeft) refuse('drawer_not_left', { drawer, station: series });
  const isWaiting = (await waitingEntries(tx, district)).some((one) => one.series === series && one.epoch === epoch);
  if (isWaiting) refuse('drawer_entries_wait', { drawer, station: seriesLabel(series, epoch) });
  const head = { epoch, ...(await headOf(tx, { district, series, epoch })) };
  return { row, head, mark: endingMark({ drawer, head: head.hash, count, reason, askedBy: actor.person }) };
}

async function receiptsOf(tx: LedgerTx, district: string, row: BatchRow): Promise<Payload<'drawer_ended'>['receipts']> {
  const sums = await receiptSums(tx, district, row);
  const of = (kind: string) => sums.find((one) => one.kind === kind) ?? { count: 0, cents: 0 };
  const [issued, voided] = [of('receipt_issued'), of('receipt_voided')];
  return {
    ...{ issued: issued.count, voided: voided.count },
    ...{ issuedCents: issued.cents, voidedCents: voided.cents },
  };
}
