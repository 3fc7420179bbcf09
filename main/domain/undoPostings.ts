import { linePostings, roundingPostings, tenderAccount, unappliedAccount } from './distribution.ts';
import type { Policy } from './district.ts';
import { drawerAccount, explainedBy } from './drawerPostings.ts';
import { cents } from './money.ts';
import { credit, debit, gathered, type Posting, reversed } from './posting.ts';
import type { Tender } from './tender.ts';
import type { Correction, RefundMeans, ReversedTender, UndonePart } from './undo.ts';

type Funds = Policy['funds'];

/** Which receipt is undone, and where its money stands: in its open drawer, or explained at that drawer's close. */
export type Undone = { label: string; drawer: string; isDrawerOpen: boolean };

/** A correction moves a line or a tender to where it belongs; no money moves (design §6). */
export function correctionPostings(undone: Undone, correction: Correction, funds: Funds): Posting[] {
  const { label } = undone;
  if (correction.what === 'line')
    return gathered([
      ...reversed(linePostings(label, correction.place, correction.from, funds)),
      ...linePostings(label, correction.place, correction.to, funds),
    ]);
  return gathered([
    ...debit(standsIn(undone, correction.to), cents(correction.to.cents)),
    ...credit(standsIn(undone, correction.from), cents(correction.from.cents)),
  ]);
}

/**
 * A reversal of what never was: its lines are taken back against the over/short or difference that it caused when its
 * drawer closed, and credit that it spent is given back.
 */
export function reversalPostings(
  label: string,
  about: {
    parts: readonly UndonePart[];
    tenders: readonly ReversedTender[];
    credits: readonly { accountNumber: string; cents: number }[];
    roundingCents: number;
  },
  funds: Funds,
): Posting[] {
  return gathered([
    ...partsTakenBack(label, about.parts, funds),
    ...about.tenders.flatMap((tender) => credit(explainedBy(tender.tender), cents(tender.cents))),
    ...about.credits.flatMap((spent) => credit(unappliedAccount(spent.accountNumber), cents(spent.cents))),
    ...reversed(roundingPostings(about.roundingCents)),
  ]);
}

/** A refund: the lines' distribution back, out of the drawer's cash, through the card, or owed until a warrant is issued. */
export function refundPostings(
  label: string,
  about: { parts: readonly UndonePart[]; cents: number; roundingCents: number; means: RefundMeans },
  funds: Funds,
): Posting[] {
  return gathered([
    ...partsTakenBack(label, about.parts, funds),
    ...reversed(roundingPostings(about.roundingCents)),
    ...credit(paidFrom(about.means), cents(about.cents)),
  ]);
}

function partsTakenBack(label: string, parts: readonly UndonePart[], funds: Funds): Posting[] {
  return parts.flatMap(({ place, line }) => reversed(linePostings(label, place, line, funds)));
}

function paidFrom(means: RefundMeans): string {
  switch (means.kind) {
    case 'cash':
      return drawerAccount(means.drawer, 'cash');
    case 'card':
      return 'clearing:card';
    case 'warrant':
      return 'refunds-payable';
  }
}

/** A closed drawer holds nothing any more: what the wrong tender made differ there was explained, and is now. */
function standsIn(undone: Undone, tender: Tender): string {
  return undone.isDrawerOpen || tender.kind === 'credit'
    ? tenderAccount(undone.drawer, tender)
    : explainedBy(tender.kind);
}
