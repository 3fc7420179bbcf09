import type { Output, Parsed } from '#contract/contract';
import { batchNamed } from '#db/ledger/batches';
import { closeOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { nextVersion } from '#db/ledger/districts';
import { type HandoffRow, handoffsNamed, insertHandoffSteps } from '#db/ledger/handoffs';
import { insertHandoffsCounted } from '#db/ledger/handoffsCounted';
import { officeKey } from '#db/ledger/officeJournal';
import { worthOf } from '#domain/denominations';
import { isPaper } from '#domain/handoff';
import { handoffTaken } from '#domain/handoffPostings';
import { cents } from '#domain/money';
import type { HandoffCounted } from '#domain/officePayloads';
import { type Refusal, refuse } from '#domain/refusal';
import { appendOffice } from './appendOffice.ts';
import { notInSafe } from './notInSafe.ts';
import type { OfficeCommandAt } from './officeAt.ts';
import { isHalfOf } from './toCountBlind.ts';

type Counted = Parsed<'countHandoffs'>['parts'][number];

/**
 * The office's count of what drawers handed over. What differs from their own counts stays in transit, and is told now.
 * Refuses a handoff that is unknown, done, one's own or counted as another kind, papers of the right total and another
 * number, and a float that the safe does not hold.
 */
export async function countHandoffs(
  tx: LedgerTx,
  { parts }: Parsed<'countHandoffs'>,
  at: OfficeCommandAt,
): Promise<Output<'countHandoffs'> | Refusal> {
  const twice = parts.find(({ handoff }, place) => parts.findIndex((part) => part.handoff === handoff) !== place);
  if (twice) refuse('handoff_twice', { handoff: twice.handoff });
  const names = parts.map(({ handoff }) => handoff);
  const rows = new Map((await handoffsNamed(tx, at.district, names)).map((row) => [row.handoff, row]));
  const counted = parts.map((part) => countedOf(part, rows.get(part.handoff), at.actor.person));
  for (const part of counted) await refuseOtherPapers(tx, part, rows.get(part.handoff), at);
  const no = await floatsNotInSafe(
    tx,
    counted.filter(({ what }) => what === 'float'),
    at,
  );
  if (no) return no;

  // From here on the count must stand.
  const postings = counted.flatMap((part) => handoffTaken(part.handoff, part.what, part.batch, cents(part.cents)));
  const { sequence } = await appendOffice(tx, { kind: 'handoffs_counted', payload: { parts: counted }, postings }, at);
  await insertHandoffSteps(
    tx,
    officeKey(at.district),
    counted.map(({ handoff, what, drawer, batch, cents: amount }) => ({
      ...{ handoff, what, drawer, batch, cents: amount, at: at.now, sequence, person: at.actor.person },
      step: what === 'float' ? 'given' : 'counted',
    })),
  );
  await insertHandoffsCounted(tx, at.district, names, await nextVersion(tx, at.district));
  return {
    parts: counted.map((part) => {
      const other = theirs(rows.get(part.handoff), part.what);
      const [givenCents, countedCents] = part.what === 'float' ? [part.cents, other] : [other, part.cents];
      return { handoff: part.handoff, givenCents, countedCents };
    }),
  };
}

/**
 * Papers that come to the drawer's total and are not as many are not the same papers, so neither count may stand as
 * agreed: the number of checks must be that of the tape (rules, Composition).
 */
async function refuseOtherPapers(
  tx: LedgerTx,
  { handoff, what, batch, items, cents: amount }: HandoffCounted,
  row: HandoffRow | undefined,
  { district }: OfficeCommandAt,
): Promise<void> {
  if (items === null || row?.givenCents !== amount) return;
  const closed = await batchNamed(tx, district, batch);
  const told = closed && (await closeOf(tx, district, closed))?.told;
  if (!told) return;
  const { checks, moneyOrders } = told.count;
  if (items !== (what === 'check' ? checks : moneyOrders).length) refuse('handoff_papers', { handoff });
}

/** Floats that drawers opened with came out of the safe: it must have held them, by the books. */
async function floatsNotInSafe(
  tx: LedgerTx,
  floats: readonly HandoffCounted[],
  at: OfficeCommandAt,
): Promise<Refusal | null> {
  const [first] = floats;
  if (!first || floats.every((part) => part.cents === 0)) return null;
  const piles = floats.map(({ pieces }) => pieces ?? {});
  return notInSafe(tx, { what: 'float_counted', piles, handoff: first.handoff }, at);
}

function countedOf(part: Counted, row: HandoffRow | undefined, by: string): HandoffCounted {
  const { handoff } = part;
  if (!row?.drawer || !row.batch) refuse('handoff_unknown', { handoff });
  if (row.givenBy !== null && row.countedBy !== null) refuse('handoff_done', { handoff });
  if (isHalfOf(row, by)) refuse('handoff_yours', { handoff });
  if (isPaper(row.what) === 'pieces' in part) refuse('handoff_count_kind', { handoff });
  const common = { handoff, what: row.what, drawer: row.drawer, batch: row.batch };
  if ('pieces' in part) return { ...common, pieces: part.pieces, items: null, cents: worthOf(part.pieces) };
  return { ...common, pieces: null, items: part.items, cents: part.cents };
}

/** What the drawer's own half says. */
function theirs(row: HandoffRow | undefined, what: HandoffCounted['what']): number {
  return (what === 'float' ? row?.countedCents : row?.givenCents) ?? 0;
}
