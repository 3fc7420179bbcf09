import type { Output, Parsed } from '#contract/contract';
import { closePositionOf } from '#db/station/drawers';
import { entryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { assert } from '#domain/assert';
import type { Payload } from '#domain/entry';
import { type Cents, cents, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { DrawerTender, type Tender } from '#domain/tender';
import type { ReversedTender, UndonePart } from '#domain/undo';
import { undoMark } from '#main/chain/marks';
import { isBlindTo, type Looker } from './blindTo.ts';
import type { ReadyContext } from './context.ts';
import { creditSpent } from './creditSpent.ts';
import { shortAtClose } from './shortAtClose.ts';
import { type Undoable, type Undoer, undoable as undoableOf } from './undoing.ts';

type Asked = Pick<Parsed<'reversalProposal'>, 'label' | 'reason' | 'words'>;

/** What a reversal takes back, and against what. */
export type Reversing = Pick<Payload<'receipt_reversed'>, 'parts' | 'tenders' | 'credits' | 'roundingCents'>;

/** What a reversal would take back, against which tenders' differences, and its mark. */
export function reversalProposal(
  db: StationDb,
  input: Parsed<'reversalProposal'>,
  at: ReadyContext,
): Output<'reversalProposal'> {
  const by = { now: at.now, policy: at.policy, person: at.person.person, role: at.person.role };
  const { undoable, reversing, mark } = reversedWhole(db, input, by);
  const lines = reversing.parts.map((part) => part.line);
  const spent = creditSpent(db, { lines, tenders: undoable.standing.tenders });
  const shortOf = shortTold(db, undoable.drawer.drawer, at);
  return {
    lines,
    tenders: reversing.tenders.map((one) => ({ ...one, shortCents: shortOf(one.tender) })),
    spent,
    cents: sum(lines.map((line) => cents(line.cents))),
    mark,
  };
}

/** By how much a closed drawer was short, to whom that may be told: where the district counts blind it is null until then. */
function shortTold(db: StationDb, drawer: string, by: Looker): (tender: DrawerTender) => Cents | null {
  const position = closePositionOf(db, drawer);
  assert(position !== null, `drawer ${drawer} is not closed`);
  return isBlindTo(db, entryAt(db, position, 'drawer_closed').entry, by) ? () => null : shortAtClose(db, drawer);
}

/** A reversal worked out and allowed, or refused: the whole receipt, after its drawer closed, and nothing undone before. */
export function reversedWhole(
  db: StationDb,
  asked: Asked,
  by: Undoer,
): { undoable: Undoable; reversing: Reversing; mark: string } {
  const it = undoableOf(db, asked.label);
  const { label } = asked;
  const receipt = it.issued.entry.payload;
  if (it.undone.isDrawerOpen) refuse('reversal_drawer_open', { label });
  const whole = it.standing.lines.flatMap((line, place): UndonePart[] => (line === null ? [] : [{ place, line }]));
  const left = sum(whole.map((part) => cents(part.line.cents)));
  // A part was paid back: what is left of it was real money.
  if (left !== receipt.totalCents) refuse('receipt_changed', { label });
  const reversing = {
    parts: whole,
    tenders: byTender(it.standing.tenders),
    credits: it.standing.tenders.flatMap((tender) =>
      tender.kind === 'credit' ? [{ accountNumber: tender.accountNumber, cents: tender.cents }] : [],
    ),
    roundingCents: receipt.roundingCents,
  };
  const { reason, words } = asked;
  const mark = undoMark('reversal', {
    issuedHash: it.issued.hash,
    moves: reversing,
    reason,
    words,
    askedBy: by.person,
  });
  return { undoable: it, reversing, mark };
}

function byTender(tenders: readonly Tender[]): ReversedTender[] {
  return DrawerTender.options.flatMap((tender) => {
    const kept = sum(tenders.filter((one) => one.kind === tender).map((one) => cents(one.cents)));
    return kept === 0 ? [] : [{ tender, cents: kept }];
  });
}
