import type { Output, Parsed } from '#contract/contract';
import type { AskedRefund } from '#contract/undoCalls';
import { drawerOf } from '#db/station/drawers';
import { anyEntryAt } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { nameOf } from '#db/station/people';
import { undosOf } from '#db/station/undos';
import { bankingDaysAfter } from '#domain/bankingDay';
import { type BusinessDay, dayOf } from '#domain/businessDay';
import type { Policy } from '#domain/district';
import type { Payload } from '#domain/entry';
import { add, type Cents, cents, subtract, sum, ZERO } from '#domain/money';
import { refuse } from '#domain/refusal';
import { partOf, type RefundMeans, standingCents, type UndonePart } from '#domain/undo';
import { undoMark } from '#main/chain/marks';
import type { ReadyContext } from './context.ts';
import { creditSpent } from './creditSpent.ts';
import { type Undoable, type Undoer, undoable } from './undoing.ts';

type Asked = Pick<Parsed<'refundProposal'>, 'label' | 'refund' | 'reason' | 'words'>;

/** What a refund takes back, and how the payer gets it. */
export type Refunding = Pick<Payload<'refund_issued'>, 'parts' | 'cents' | 'roundingCents' | 'means'>;

/** What a refund would take back and give back, and its mark. */
export function refundProposal(
  db: StationDb,
  input: Parsed<'refundProposal'>,
  at: ReadyContext,
): Output<'refundProposal'> {
  const by = { now: at.now, policy: at.policy, person: at.person.person, role: at.person.role };
  const { refunding, mark } = refunded(db, input, by);
  const lines = refunding.parts.map((part) => part.line);
  return { lines, cents: refunding.cents, roundingCents: refunding.roundingCents, mark };
}

/**
 * A refund worked out and allowed, or refused: never more than stands, never what has not cleared (F61). Whether its
 * drawer holds so much is asked with the yes to it alone.
 */
export function refunded(
  db: StationDb,
  asked: Asked,
  by: Undoer,
): { undoable: Undoable; refunding: Refunding; mark: string } {
  const it = undoable(db, asked.label);
  const parts = partsOf(it, asked.refund);
  const amount = sum(parts.map((part) => cents(part.line.cents)));
  const means = meansOf(db, asked.refund, by);
  mustHaveCleared(it, amount, by);
  mustStillBeCredit(db, parts);
  const roundingCents = roundingBack(it, amount, means);
  const given = add(amount, roundingCents);
  mustBeWithin(db, it, means, given, by);
  const refunding = { parts, cents: given, roundingCents, means };
  const { reason, words } = asked;
  const mark = undoMark('refund', { issuedHash: it.issued.hash, moves: refunding, reason, words, askedBy: by.person });
  return { undoable: it, refunding, mark };
}

function partsOf({ known, standing }: Undoable, { parts }: AskedRefund): UndonePart[] {
  if (new Set(parts.map((part) => part.place)).size < parts.length) refuse('refund_line_twice');
  return parts.map(({ place, cents: wanted }) => {
    const line = standing.lines[place] ?? refuse('line_unknown', { label: known.label });
    if (wanted > line.cents) refuse('refund_too_large', { place, standsCents: line.cents });
    return { place, line: partOf(line, cents(wanted)) };
  });
}

function meansOf(db: StationDb, { means }: AskedRefund, by: Undoer): RefundMeans {
  if (means.kind !== 'cash') return means;
  const drawer = drawerOf(db, means.drawer) ?? refuse('drawer_unknown');
  if (drawer.cashier !== by.person)
    refuse('drawer_not_yours', { drawer: drawer.drawer, cashier: nameOf(db, drawer.cashier) });
  if (drawer.state === 'parked') refuse('drawer_parked', { drawer: drawer.drawer });
  if (drawer.state !== 'open') refuse('drawer_not_open');
  return { kind: 'cash', drawer: drawer.drawer, batch: drawer.batch };
}

/** Credit of an account that has been spent since has paid something else: it is not there to be given back. */
function mustStillBeCredit(db: StationDb, parts: readonly UndonePart[]): void {
  const [spent] = creditSpent(db, { lines: parts.map((part) => part.line) });
  if (spent) refuse('refund_credit_spent', { accountNumber: spent.accountNumber, creditCents: spent.leftCents });
}

/**
 * The rounding goes back with the last cent of a receipt, so that no more goes back than was paid. A card gets back no
 * more than it paid; what is left before must be more than was rounded down.
 */
function roundingBack({ issued, standing }: Undoable, amount: Cents, means: RefundMeans): Cents {
  const rounding = cents(issued.entry.payload.roundingCents);
  const rest = subtract(standingCents(standing.lines), amount);
  if (rest > 0 && add(rest, rounding) <= 0) refuse('refund_leaves_rounding', { restCents: rest });
  return rest > 0 || (rounding > 0 && means.kind === 'card') ? ZERO : rounding;
}

/** The day on which a check that was taken at an instant counts as paid. */
export function clearingDay(takenAt: number, policy: Policy): BusinessDay {
  const takenOn = dayOf(takenAt, policy.timeZone) as BusinessDay;
  return bankingDaysAfter(takenOn, policy.limits.checkClearsAfterDays);
}

/** What checks paid waits for so many banking days; the other tenders' part may go back at once. */
function mustHaveCleared({ issued, standing }: Undoable, amount: Cents, by: Undoer): void {
  const clears = clearingDay(issued.entry.recordedAt, by.policy);
  if (dayOf(by.now, by.policy.timeZone) >= clears) return;
  const waits = sum(standing.tenders.filter((tender) => tender.kind === 'check').map((tender) => cents(tender.cents)));
  const stands = standingCents(standing.lines);
  const free = waits < stands ? subtract(stands, waits) : ZERO;
  if (amount > free) refuse('refund_not_cleared', { waitsCents: waits, clearsDay: clears, nowCents: free });
}

/** Cash within its limit, all refunds of the receipt together; to a card no more than it paid. */
function mustBeWithin(db: StationDb, it: Undoable, means: RefundMeans, given: Cents, by: Undoer): void {
  if (means.kind === 'cash') {
    const { refundCashMaxCents: maxCents } = by.policy.limits;
    const before = refundedBy(db, it, ({ kind }) => kind === 'cash');
    if (add(before, given) > maxCents) refuse('refund_cash_limit', { maxCents });
  }
  if (means.kind === 'card') {
    const { brand, lastFour } = means;
    const paid = it.standing.tenders.filter(
      (tender) => tender.kind === 'card' && tender.lastFour === lastFour && tender.brand === brand,
    );
    if (paid.length === 0) refuse('refund_no_such_card', { lastFour });
    const isThat = (given: RefundMeans) =>
      given.kind === 'card' && given.brand === brand && given.lastFour === lastFour;
    const left = subtract(sum(paid.map((tender) => cents(tender.cents))), refundedBy(db, it, isThat));
    if (given > left) refuse('refund_not_that_card', { paidCents: Math.max(0, left) });
  }
}

/** What refunds of the receipt have given back so far, by some means. */
function refundedBy(db: StationDb, { known }: Undoable, isBy: (means: RefundMeans) => boolean): Cents {
  return sum(
    undosOf(db, known.position).map(({ position }) => {
      const entry = anyEntryAt(db, position);
      return entry.kind === 'refund_issued' && isBy(entry.payload.means) ? cents(entry.payload.cents) : ZERO;
    }),
  );
}
