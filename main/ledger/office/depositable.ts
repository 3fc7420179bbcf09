import { BATCHES_MAX } from '#contract/batchCalls';
import type { Output } from '#contract/contract';
import { type BatchRow, batchesListed, type FirstReceipt, firstReceipts, stepsOfBatch } from '#db/ledger/batches';
import { undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import type { BusinessDay } from '#domain/businessDay';
import { depositDueAt } from '#domain/deposit';
import { checksOf } from './depositChecks.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

/** Approved batches of which something waits for its deposit, with every check that their closes tell. */
export async function depositable(
  tx: LedgerTx,
  _input: object,
  { district, policy }: OfficeAt,
): Promise<Output<'depositable'>> {
  const named = await nameOf(tx, district);
  const asked = { day: undefined, state: 'approved' as const, after: undefined };
  const rows = (await batchesListed(tx, district, asked, BATCHES_MAX)).filter((row) => row.undepositedCents > 0);
  const first = await firstReceipts(
    tx,
    district,
    rows.map(({ batch }) => batch),
  );
  const dueAt = (at: number) => depositDueAt(at, policy.deposits, policy.timeZone);
  const batches: Output<'depositable'>['batches'] = [];
  for (const row of rows.reverse()) batches.push(await shown(tx, district, row, { named, first, dueAt }));
  return { bankAccounts: policy.bankAccounts, batches: batches.filter(({ parts }) => parts.length > 0) };
}

type Known = {
  named: (person: string) => string;
  first: readonly FirstReceipt[];
  dueAt: (firstReceiptAt: number) => number;
};

async function shown(tx: LedgerTx, district: string, row: BatchRow, { named, first, dueAt }: Known) {
  const { batch, businessDay } = row;
  const oldest = first.find((one) => one.batch === batch);
  const parts = await partsLeft(tx, district, batch);
  const approved = (await stepsOfBatch(tx, district, batch)).findLast(({ step }) => step === 'approved');
  const checks = await checksOf(tx, district, row);
  return {
    businessDay: businessDay as BusinessDay,
    firstReceipt: oldest ? { label: oldest.label, at: oldest.at, dueAt: dueAt(oldest.at) } : null,
    ...{ batch, parts, cashierName: named(row.cashier), approvedByName: named(approved?.person ?? '') },
    checks: checks.filter((check) => parts.some((part) => part.tender === check.tender)),
  };
}

/** What of a batch is in no deposit yet. */
export async function partsLeft(tx: LedgerTx, district: string, batch: string) {
  const taken = await partsOfBatches(tx, district, [batch]);
  const held = await undepositedOf(tx, district, batch);
  return held
    .filter(({ tender }) => !taken.some((part) => part.tender === tender))
    .map(({ tender, cents }) => ({ batch, tender, cents }));
}
