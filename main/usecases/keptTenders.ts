import type { OfferedTender } from '#contract/tenderShapes';
import type { Tx } from '#db/station/open';
import { standingOf } from '#db/station/openCharges';
import { assert } from '#domain/assert';
import { type Cents, cents, subtract, sum } from '#domain/money';
import { refuse } from '#domain/refusal';
import { isRoutingNumber } from '#domain/routingNumber';
import { type Rounding, type Settlement, settle } from '#domain/settlement';
import type { Tender } from '#domain/tender';
import { paperOf } from '#main/views/paperOf';
import type { Context } from './context.ts';

/** Holds tenders against what is due: nothing missing, change from cash alone, each tender needed. Refuses otherwise. */
export function settled(
  due: Cents,
  tenders: readonly OfferedTender[],
  rounding: Rounding,
  at: Pick<Context, 'paperMark'>,
): Settlement {
  if (tenders.filter((tender) => tender.kind === 'cash').length > 1) refuse('cash_twice');
  for (const tender of tenders)
    if (tender.kind === 'check' && !isRoutingNumber(tender.routing)) refuse('routing_wrong');
  papersMustDiffer(tenders, at);
  const settlement = settle(
    due,
    tenders.map((tender) => ({ kind: tender.kind, cents: cents(tender.cents) })),
    rounding,
  );
  if (settlement.surplusCents > 0) refuse('change_from_check', { surplusCents: settlement.surplusCents });
  if (settlement.missingCents > 0) refuse('tender_short', { missingCents: settlement.missingCents });
  if (tenders.some((tender, place) => tender.kind === 'cash' && settlement.kept[place] === 0))
    refuse('cash_not_needed');
  return settlement;
}

/** Refuses credit that an account does not have, all tenders of one account together. */
export function creditMustBeThere(tx: Tx, tenders: readonly OfferedTender[]): void {
  const spent = Map.groupBy(
    tenders.filter((tender) => tender.kind === 'credit'),
    (tender) => tender.accountNumber,
  );
  for (const [accountNumber, parts] of spent) {
    const standing = standingOf(tx, accountNumber) ?? refuse('account_unknown', { accountNumber });
    const wanted = sum(parts.map((part) => cents(part.cents)));
    if (wanted > standing.unappliedCents)
      refuse('credit_short', { accountNumber, creditCents: Math.max(0, standing.unappliedCents) });
  }
}

/** A check or money order is one piece of paper: the same one twice was keyed twice. */
function papersMustDiffer(tenders: readonly OfferedTender[], at: Pick<Context, 'paperMark'>): void {
  const seen = new Set<string>();
  for (const [place, tender] of tenders.entries()) {
    if (tender.kind !== 'check' && tender.kind !== 'money-order') continue;
    const paper = paperOf(tender, at);
    const [checkNumber, name] =
      tender.kind === 'check' ? [tender.checkNumber, 'checkNumber'] : [tender.serial, 'serial'];
    if (seen.has(paper)) refuse('check_twice', { checkNumber, field: `tenders ${place + 1} ${name}` });
    seen.add(paper);
  }
}

/** A tender as the journal keeps it: of cash what stays, of a check its account sealed and its paper's mark. */
export function keptTender(tender: OfferedTender, kept: Cents | undefined, roundingCents: Cents, at: Context): Tender {
  assert(kept !== undefined, 'every tender is settled');
  switch (tender.kind) {
    case 'cash':
      return {
        kind: 'cash',
        cents: kept,
        tenderedCents: tender.cents,
        changeCents: subtract(cents(tender.cents), kept),
        roundingCents,
      };
    case 'check': {
      const { checkNumber, routing, bankAccount, form } = tender;
      return {
        kind: 'check',
        cents: kept,
        form,
        checkNumber,
        routing,
        sealedAccount: at.seal(bankAccount),
        lastFour: bankAccount.slice(-4),
        paper: paperOf(tender, at),
      };
    }
    case 'money-order':
      return { ...tender, cents: kept, paper: paperOf(tender, at) };
    case 'card':
    case 'credit':
      return { ...tender, cents: kept };
  }
}
