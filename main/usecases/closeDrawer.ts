import type { Output, Parsed } from '#contract/contract';
import { type KnownDrawer, lastCloses } from '#db/station/drawers';
import { balanceOf, entryAt } from '#db/station/journal';
import { rowAt } from '#db/station/journalRows';
import type { Tx } from '#db/station/open';
import type { UnprintedSlip } from '#db/station/printJobs';
import { issuedSince, receiptsOfDrawer } from '#db/station/receipts';
import { record } from '#db/station/record';
import { assert } from '#domain/assert';
import { type Comparison, closeDemand, compare } from '#domain/balancing';
import { drawerAccount, drawerEmptied } from '#domain/drawerPostings';
import type { Payload } from '#domain/entry';
import { add, cents, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { zLabel } from '#domain/series';
import { DrawerTender } from '#domain/tender';
import { closingMark } from '#main/chain/marks';
import { notForClose } from '#main/views/comparison';
import { countsOf, type SubmittedCount } from '#main/views/counts';
import { drawerToCompare } from '#main/views/drawerToCompare';
import { expectedIn } from '#main/views/expected';
import { unprintedOf } from '#main/views/unprinted';
import { approved } from './approved.ts';
import type { Context } from './context.ts';
import { mustBe } from './guards.ts';

/** Closes a drawer on its last count. Afterwards each of its accounts is zero, asserted. */
export function closeDrawer(tx: Tx, input: Parsed<'closeDrawer'>, at: Context): Output<'closeDrawer'> {
  const drawer = drawerToCompare(tx, input.drawer, { person: at.actor, policy: at.policy });
  mustBe('counted', drawer);
  const last = countsOf(tx, drawer.drawer).at(-1);
  assert(last, `drawer ${drawer.drawer} is counted but has no count`);
  if (last.countNumber !== input.countNumber) refuse('count_changed', { drawer: drawer.drawer });
  const comparison = compare(expectedIn(tx, drawer.drawer), last.count);
  const unprinted = unprintedOf(tx, drawer, at.now);
  if (unprinted.length > 0 && input.reason === undefined) refuse('slips_unprinted', { slips: unprinted.length });
  const demand = closeDemand(comparison, at.policy.limits, unprinted);
  if (demand !== 'nothing' && input.reason === undefined)
    refuse('reason_needed', { beyondCents: at.policy.limits.overShortReasonBeyondCents });
  const about = { drawer: drawer.drawer, countNumber: last.countNumber, comparison, unprinted, reason: input.reason };
  const mark = demand === 'approval' ? closingMark(about) : null;
  const yes = mark === null ? null : approved(tx, input.approval, mark, at, notForClose(drawer, last));

  // From here on the drawer must close.
  const payload = closePayload(tx, drawer, last, { comparison, unprinted, mark }, at);
  const postings = drawerEmptied(drawer.drawer, cents(drawer.floatCents), comparison);
  const { businessDay } = drawer;
  const words = input.reason === undefined ? {} : { personal: { words: input.reason } };
  record(tx, { kind: 'drawer_closed', businessDay, payload, postings, ...yes, ...words }, at);
  assertEmpty(tx, drawer.drawer);
  return {
    drawer: drawer.drawer,
    z: payload.z.label,
    grandTotalCents: payload.grandTotalCents,
    overShortCents: comparison.tenders[0]?.differenceCents ?? 0,
  };
}

function assertEmpty(tx: Tx, drawer: string): void {
  for (const tender of DrawerTender.options)
    assert(balanceOf(tx, drawerAccount(drawer, tender)) === 0, `${tender} of ${drawer} is not zero after its close`);
}

function closePayload(
  tx: Tx,
  drawer: KnownDrawer,
  last: SubmittedCount,
  { comparison, unprinted, mark }: { comparison: Comparison; unprinted: readonly UnprintedSlip[]; mark: string | null },
  at: Context,
): Payload<'drawer_closed'> {
  const receipts = receiptsOfDrawer(tx, drawer.drawer);
  const voided = receipts.filter((receipt) => receipt.voidPosition !== null);
  const issuedCents = sum(receipts.map((receipt) => cents(receipt.totalCents)));
  const slips = unprinted.map(({ document, label }) => ({ document, label }));
  const before = previousClose(tx, at);
  const number = before.zNumber + 1;
  return {
    drawer: drawer.drawer,
    batch: drawer.batch,
    cashier: drawer.cashier,
    z: { number, label: zLabel(at.station.series, at.station.epoch, number) },
    openedAt: drawer.openedAt,
    floatCents: drawer.floatCents,
    countNumber: last.countNumber,
    count: last.count,
    comparison,
    receipts: {
      issued: receipts.length,
      voided: voided.length,
      first: receipts[0]?.label ?? null,
      last: receipts.at(-1)?.label ?? null,
      issuedCents,
      voidedCents: sum(voided.map((receipt) => cents(receipt.totalCents))),
    },
    // Also what other drawers have issued since: it is the whole station's total.
    grandTotalCents: add(cents(before.grandTotalCents), issuedSince(tx, before.position)),
    ...(slips.length === 0 ? {} : { unprinted: slips }),
    mark,
  };
}

/** The close before, by its entry; before the first of an epoch what the series had come to, as the ledger knew it. */
function previousClose(tx: Tx, at: Context): { position: number; zNumber: number; grandTotalCents: number } {
  const { epoch, lastZ, issuedBeforeCents } = at.station;
  const before = (rowAt(tx, epoch, 1)?.position ?? 1) - 1;
  const [position = 0] = lastCloses(tx, 1);
  if (position <= before) return { position: before, zNumber: lastZ, grandTotalCents: issuedBeforeCents };
  const { z, grandTotalCents } = entryAt(tx, position, 'drawer_closed').entry.payload;
  return { position, zNumber: z.number, grandTotalCents };
}
