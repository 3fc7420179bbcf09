import type { Output, Parsed } from '#contract/contract';
import type { OfferedTender } from '#contract/tenderShapes';
import type { StationDb } from '#db/station/open';
import { canonical, type Json } from '#domain/canonical';
import type { Policy } from '#domain/district';
import type { ReceiptLine } from '#domain/line';
import { cents, sum, ZERO } from '#domain/money';
import { offlineSince } from '#domain/offlineSince';
import { refuse } from '#domain/refusal';
import { isRoutingNumber } from '#domain/routingNumber';
import type { DrawerTender, Tender } from '#domain/tender';
import { undoMark } from '#main/chain/marks';
import { builtLines, ownersOf } from './askedLines.ts';
import type { ReadyContext } from './context.ts';
import { creditSpent } from './creditSpent.ts';
import { tenderNeeds } from './paymentNeeds.ts';
import { isNameless, tenderWarnings, toldWarnings } from './tenderWarnings.ts';
import { type Undoable, type Undoer, undoable } from './undoing.ts';

type Asked = Pick<Parsed<'correctionProposal'>, 'label' | 'correction' | 'reason' | 'words'>;

/** What is put right: a line from one purpose to another, or a tender that is still to be kept as the journal does. */
export type Correcting =
  | { what: 'line'; place: number; from: ReceiptLine; to: ReceiptLine }
  | { what: 'tender'; place: number; from: Tender; to: OfferedTender };

/** What a correction would move, and its mark. */
export function correctionProposal(
  db: StationDb,
  input: Parsed<'correctionProposal'>,
  at: ReadyContext,
): Output<'correctionProposal'> {
  const by = { now: at.now, policy: at.policy, person: at.person.person, role: at.person.role };
  const { correcting, undoable, mark } = corrected(db, input, by);
  return {
    from: correcting.what === 'line' ? correcting.from : null,
    to: correcting.what === 'line' ? correcting.to : null,
    cents: correcting.from.cents,
    spent: correcting.what === 'line' ? creditSpent(db, { lines: [correcting.from], instead: [correcting.to] }) : [],
    warnings: correcting.what === 'tender' ? warningsOfTender(db, undoable, correcting.to, at) : [],
    needs: correcting.what === 'tender' ? needsOfTender(db, undoable, correcting, at) : [],
    mark,
  };
}

/** What must be noted of the other tender: the yes to the correction is a yes to that. */
function warningsOfTender(
  db: StationDb,
  it: Undoable,
  to: OfferedTender,
  at: ReadyContext,
): Output<'correctionProposal'>['warnings'] {
  return toldWarnings(tenderWarnings(db, handed(it, to), cashOf(to), at));
}

/** The receipt as if it had been paid so from the beginning. */
const handed = ({ known, standing }: Undoable, to: OfferedTender) => ({
  lines: standing.lines.filter((line) => line !== null),
  tenders: [to],
  payer: known.payer,
});
const cashOf = (to: OfferedTender) => (to.kind === 'cash' ? cents(to.cents) : ZERO);

/** What the other tender would have needed a supervisor for at the counter: the yes to the correction is a yes to that. */
function needsOfTender(
  db: StationDb,
  { standing }: Undoable,
  { place, to }: Extract<Correcting, { what: 'tender' }>,
  at: ReadyContext,
): Output<'correctionProposal'>['needs'] {
  const lines = standing.lines.filter((line) => line !== null);
  const tenders = standing.tenders.map((tender, one) => (one === place ? to : tender));
  const kept = (kind: DrawerTender) =>
    kind === to.kind ? sum(tenders.map((one) => (one.kind === kind ? cents(one.cents) : ZERO))) : ZERO;
  const now = { ...at, offlineSince: offlineSince(at.sync) };
  return tenderNeeds(db, { lines, tenders: [to] }, kept, now).map(({ override }) => override);
}

/** A correction worked out and allowed, or refused; the use-case writes exactly this. */
export function corrected(
  db: StationDb,
  asked: Asked,
  by: Undoer,
): { undoable: Undoable; correcting: Correcting; mark: string } {
  const it = undoable(db, asked.label);
  const { correction } = asked;
  const correcting = correction.what === 'line' ? line(db, it, correction, by) : tender(db, it, correction, by.policy);
  const { place } = correction;
  const to = correcting.what === 'line' ? correcting.to : withoutAccount(correcting.to);
  const owners = correction.what === 'line' ? ownersOf([correction.to]) : {};
  const moves = { what: correction.what, place, from: correcting.from, to, ...owners };
  const { reason, words } = asked;
  return {
    undoable: it,
    correcting,
    mark: undoMark('correction', { issuedHash: it.issued.hash, moves, reason, words, askedBy: by.person }),
  };
}

function line(
  db: StationDb,
  { known, standing, issued }: Undoable,
  asked: Extract<Asked['correction'], { what: 'line' }>,
  by: Undoer,
): Correcting {
  const from = standing.lines[asked.place] ?? refuse('line_unknown', { label: known.label });
  if (asked.to.cents !== from.cents) refuse('correction_amount', { wholeCents: from.cents });
  const at = { policy: by.policy, businessDay: issued.entry.businessDay, role: by.role };
  const [to] = builtLines(db, [asked.to], at, [from]);
  if (!to || isSame(from, to)) refuse('correction_same');
  return { what: 'line', place: asked.place, from, to };
}

function tender(
  db: StationDb,
  it: Undoable,
  asked: Extract<Asked['correction'], { what: 'tender' }>,
  policy: Policy,
): Correcting {
  const { known, standing, issued } = it;
  const from = standing.tenders[asked.place] ?? refuse('tender_unknown', { label: known.label });
  const { to } = asked;
  if (from.kind === 'credit' || to.kind === 'credit') refuse('correction_credit');
  if (to.cents !== from.cents) refuse('correction_amount', { wholeCents: from.cents });
  if (issued.entry.payload.roundingCents !== 0 && (from.kind === 'cash' || to.kind === 'cash'))
    refuse('correction_rounded');
  if (issued.entry.payload.entryMode === 'phone' && to.kind !== 'card') refuse('phone_needs_card');
  if (isSameTender(from, to)) refuse('correction_same');
  if (isNameless(db, handed(it, to), cashOf(to), policy)) refuse('correction_nameless');
  if (to.kind === 'check' && !isRoutingNumber(to.routing)) refuse('routing_wrong');
  return { what: 'tender', place: asked.place, from, to };
}

/** A check's account is sealed: another one with the same end, written on the same check, is the same. */
function isSameTender(from: Tender, to: OfferedTender): boolean {
  switch (to.kind) {
    case 'cash':
      return from.kind === 'cash';
    case 'check': {
      const { form, checkNumber, routing, bankAccount } = to;
      if (from.kind !== 'check' || from.lastFour !== bankAccount.slice(-4)) return false;
      return from.form === form && from.checkNumber === checkNumber && from.routing === routing;
    }
    case 'money-order':
      return from.kind === 'money-order' && from.issuer === to.issuer && from.serial === to.serial;
    case 'card': {
      const { brand, lastFour, approvalCode } = to;
      if (from.kind !== 'card') return false;
      return from.brand === brand && from.lastFour === lastFour && from.approvalCode === approvalCode;
    }
    case 'credit':
      return false;
  }
}

function withoutAccount(tender: OfferedTender) {
  return tender.kind === 'check' ? { ...tender, bankAccount: tender.bankAccount.slice(-4) } : tender;
}

/** Why charges were named does not move money: the same charges again are the same line. */
function isSame(left: ReceiptLine, right: ReceiptLine): boolean {
  const moved = (one: ReceiptLine) => canonical({ ...one, namedWhy: null } as unknown as Json);
  return moved(left) === moved(right);
}
