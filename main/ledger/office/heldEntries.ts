import type { Output, Parsed } from '#contract/contract';
import { HELD_MAX, type Stray } from '#contract/heldCalls';
import type { LedgerTx } from '#db/ledger/database';
import { unexplainedEntries } from '#db/ledger/strays';
import { Entry } from '#domain/entry';
import { wordsOf } from '../parkedWhy.ts';
import { isTold } from './heldTold.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';
import { branchesOf, type ReadStray, strayBranches } from './strayBranches.ts';

/** Strays by what may be done about them, and entries that were not applied. */
export async function heldEntries(
  tx: LedgerTx,
  _input: Parsed<'heldEntries'>,
  { district }: OfficeAt,
): Promise<Output<'heldEntries'>> {
  const named = await nameOf(tx, district);
  const held = await strayBranches(tx, district, HELD_MAX + 1);
  const parked = await unexplainedEntries(tx, district, HELD_MAX + 1);
  const branches: Output<'heldEntries'>['branches'] = [];
  for (const station of held)
    for (const { can, strays } of branchesOf(station)) {
      const told = [];
      for (const stray of strays.slice(0, HELD_MAX)) told.push(await toldOf(tx, district, stray, named));
      branches.push({ station: station.key.series, epoch: station.key.epoch, can, strays: told });
    }
  const count = branches.reduce((total, { strays }) => total + strays.length, 0);
  return {
    branches,
    parked: parked.slice(0, HELD_MAX).map(({ series, epoch, sequence, kind, detail, why, parkedAt }) => ({
      ...{ station: series, epoch, sequence, kind, detail, why: wordsOf(why), at: parkedAt },
    })),
    more: count > HELD_MAX || parked.length > HELD_MAX,
  };
}

async function toldOf(
  tx: LedgerTx,
  district: string,
  { row, arrival, isCopy }: ReadStray,
  named: (person: string) => string,
): Promise<Stray> {
  const { digest, sequence, why, receivedAt } = row;
  const stray = { digest, sequence, why, receivedAt, isCopy };
  if (arrival.state !== 'sound') {
    const unread = { kind: null, recordedAt: null, personName: null, receipt: null, cents: null };
    return { ...stray, ...unread };
  }
  const { kind, recordedAt, actor } = arrival.entry;
  const { data: entry } = Entry.safeParse(arrival.json);
  const receipt = entry?.kind === 'receipt_issued' ? entry.payload : null;
  const isShown = receipt !== null && (await isTold(tx, district, receipt.batch));
  return {
    ...{ ...stray, kind, recordedAt, personName: actor && named(actor) },
    ...{ receipt: receipt?.label ?? null, cents: isShown ? receipt.totalCents : null },
  };
}
