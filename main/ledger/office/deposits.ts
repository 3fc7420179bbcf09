import { BATCHES_MAX } from '#contract/batchCalls';
import type { Output, Parsed } from '#contract/contract';
import { DEPOSITS_MAX } from '#contract/depositCalls';
import { batchesToDeposit, undepositedSince } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { depositNamed, depositsListed, depositsReady, partsOfBatches } from '#db/ledger/deposits';
import { depositDueAt } from '#domain/deposit';
import { refuse } from '#domain/refusal';
import { depositListed } from './depositListed.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

/** One page of deposits, the newest first, and how long what waits for one may still wait. */
export async function deposits(
  tx: LedgerTx,
  { states, late = false, after, most = DEPOSITS_MAX }: Parsed<'deposits'>,
  at: OfficeAt,
): Promise<Output<'deposits'>> {
  const { district, now, policy } = at;
  const last = after === undefined ? undefined : await depositNamed(tx, district, after);
  if (after !== undefined && !last) refuse('deposit_unknown', { deposit: after });
  const asked = { ...(states && { states }), late, before: last?.number, now };
  const rows = await depositsListed(tx, district, asked, most + 1);
  const named = await nameOf(tx, district);
  const since = await undepositedSince(tx, district);
  const dueAt = depositDueAt(since?.firstReceiptAt ?? 0, policy.deposits, policy.timeZone);
  return {
    waiting: since && { ...since, dueAt, isLate: now > dueAt, bagged: await batchesInBags(tx, district) },
    ready: (await depositsReady(tx, district)).deposits,
    deposits: rows.slice(0, most).map((row) => depositListed(row, named, at)),
    more: rows.length > most,
  };
}

/** Batches that lie in deposits that are not made. */
async function batchesInBags(tx: LedgerTx, district: string): Promise<number> {
  const rows = await batchesToDeposit(tx, district, BATCHES_MAX);
  const names = rows.map(({ batch }) => batch);
  const parts = (await partsOfBatches(tx, district, names)).filter(({ isMade }) => !isMade);
  return new Set(parts.map(({ batch }) => batch)).size;
}
