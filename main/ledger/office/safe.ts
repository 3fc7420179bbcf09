import type { Output } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import type { LedgerTx } from '#db/ledger/database';
import { depositsReady } from '#db/ledger/deposits';
import { floatsNamed } from '#db/ledger/floats';
import { type HandoffRow, handoffsInTransit } from '#db/ledger/handoffs';
import { officeBalance, undepositedInAll } from '#db/ledger/officeJournal';
import { everybody, type PersonNamed } from '#db/ledger/people';
import { enrolledSeries } from '#db/ledger/stations';
import { negate } from '#domain/money';
import { notForHandoff, notForSafeCount } from './notForYes.ts';
import type { OfficeAt } from './officeAt.ts';
import { type SafeCountStanding, safeCountStanding } from './safeCountStanding.ts';
import { safeLately } from './safeLately.ts';
import { floatsToCount, safeTold, tellsOf } from './toCountBlind.ts';
import { toSettle } from './toSettle.ts';

/** What the books say lies in the safe, and what is between two hands: no count is shown before the other is there. */
export async function safe(tx: LedgerTx, _input: object, at: OfficeAt): Promise<Output<'safe'>> {
  const { district } = at;
  const people = await everybody(tx, district);
  const nameOf = (person: string | null) => people.find((one) => one.person === person)?.name ?? person ?? '';
  const rows = await handoffsInTransit(tx, district);
  const floats = await floatsNamed(
    tx,
    district,
    rows.map(({ handoff }) => handoff),
  );
  const takers = new Map(floats.map(({ handoff, person }) => [handoff, person]));
  const counted = await safeCountStanding(tx, district);
  return {
    safeCents: await safeTold(tx, at),
    notCounted: (await floatsToCount(tx, at)).filter(tellsOf).length,
    undepositedCents: await undepositedInAll(tx, district),
    readyCents: (await depositsReady(tx, district)).cents,
    changeFundCents: negate(await officeBalance(tx, district, 'change-fund')),
    inTransit: rows.map((row) => shown(row, takers.get(row.handoff) ?? null, nameOf)),
    counting: countingOf(counted, at.actor.person),
    lately: await safeLately(tx, district, nameOf, counted?.state === 'waiting' ? counted.count : null),
    people: takersOf(people),
    stations: await enrolledSeries(tx, district),
  };
}

/** Who may take a float: cashiers before those who only stand in for them, each in the order of their names. */
function takersOf(people: readonly PersonNamed[]): Output<'safe'>['people'] {
  const byName = people.toSorted((a, b) => a.name.localeCompare(b.name, 'en'));
  const takers = (['cashier', 'supervisor'] as const).flatMap((role) => byName.filter((one) => one.role === role));
  return takers.map(({ person, name }) => ({ person, name }));
}

function countingOf(counted: SafeCountStanding | null, person: string): Output<'safe'>['counting'] {
  if (counted?.state !== 'waiting' && counted?.state !== 'differs') return null;
  const { count, state, first, second } = counted;
  return {
    ...{ count, state, isYours: first.by === person, notApprovers: notForSafeCount(counted) },
    differences: second && [first.differenceCents, second.differenceCents],
  };
}

function shown(row: HandoffRow, taker: string | null, nameOf: (person: string | null) => string): Handoff {
  const { handoff, what, drawer, batch, at, givenBy, countedBy, countedCents, returnedBy } = row;
  const both = toSettle(row);
  return {
    ...{ handoff, what, drawer, batch, at },
    personName: nameOf(what === 'float' ? (countedBy ?? taker) : givenBy),
    state: both ? 'differs' : 'waiting',
    givenCents: both?.given ?? null,
    countedCents: both && countedCents,
    returnedCents: both?.returned ?? null,
    returnedByName: returnedBy && nameOf(returnedBy),
    notApprovers: notForHandoff(row),
  };
}
