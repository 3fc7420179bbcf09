import type { DepositStepRow } from '#db/ledger/deposits';
import type { BankTender } from '#domain/bankTender';
import { type Pieces, worthOf } from '#domain/denominations';
import { type DepositCheck, type FundShare, withoutPapers } from '#domain/deposit';
import { type Found, heldOf } from '#domain/depositPostings';
import type { Payload } from '#domain/entry';
import { cents, subtract, sum } from '#domain/money';

/** What is in a deposit, or must be; or what one person counted in it. */
export type Contents = { pieces: Pieces; checks: readonly DepositCheck[]; found: Found };

/** The first of two recounts after its seal was broken. */
export type Recount = Payload<'deposit_recounted'>;

/** The counts of a deposit: the first two, or after its seal was broken the last two. */
export type Counts = {
  /** The first of two: who counted what. */
  first: Contents & { by: string };
  /** The second of them, once it is there. */
  second: (Witnessed & { by: string }) | null;
  /** What must be found: what its batches hold, or where it is counted again what was deposited. */
  held: Found;
  isRecount: boolean;
};

/** Where counts differed and a last one settled them, into which bag: what that found, less what was in it until then. */
export type Settled = { step: DepositStepRow; bag: string | null; difference: Found };

type Counted = {
  counts: Counts;
  /** In order: those of the first two counts, and of each recount. */
  settled: readonly Settled[];
  /** What papers that were missing had paid of each fund, as the counts that settled it told. */
  gone: readonly FundShare[];
  /** What its batches hold, or what two counts, or the last one that settled some, found in it. */
  contents: Contents;
  /** Into which bag it was counted last; null where its checks are sent as images. */
  bag: string | null;
  recount: Recount | null;
};

type Witnessed = Payload<'deposit_witnessed'>;
type Resolved = Payload<'deposit_resolved' | 'recount_resolved'>;

/** Goes through the steps of a deposit from its first count on, and says what is in it now. */
export function contentsOf(
  steps: readonly DepositStepRow[],
  by: string,
  prepared: Payload<'deposit_prepared'>,
): Counted {
  const { pieces, checks, missing = [], parts } = prepared;
  const held = {
    cash: heldOf(parts, 'cash'),
    check: heldOf(parts, 'check'),
    'money-order': heldOf(parts, 'money-order'),
  };
  const first = { pieces, checks, found: foundIn(prepared), by };
  const begun: Counted = {
    contents: { pieces, checks: [...checks, ...missing], found: held },
    bag: prepared.bag,
    counts: { first, second: null, held, isRecount: false },
    ...{ settled: [], gone: [], recount: null },
  };
  return steps.reduce(after, begun);
}

function after(counted: Counted, row: DepositStepRow): Counted {
  const { step, person, told } = row;
  const { counts, contents, bag, settled, gone } = counted;
  const witnessed = () => ({ ...counts, second: { ...(told as Witnessed), by: person } });
  switch (step) {
    case 'recounted': {
      const recount = told as Recount;
      const first = { ...foundBy(recount, contents), by: person };
      return {
        contents,
        counts: { first, second: null, held: contents.found, isRecount: true },
        bag: recount.bag,
        settled,
        gone,
        recount,
      };
    }
    case 'differs':
    case 'recount_differs':
      return { ...counted, counts: witnessed() };
    case 'made':
    case 'resealed': {
      const resolved = 'missing' in (told as Witnessed | Resolved) ? (told as Resolved) : null;
      if (resolved) {
        const now = foundBy(resolved, contents);
        const difference = lessBefore(now.found, contents.found);
        const lost = [...gone, ...(resolved.missingFunds ?? [])];
        return { ...counted, contents: now, settled: [...settled, { step: row, bag, difference }], gone: lost };
      }
      const { pieces, checks, found } = counts.first;
      return { ...counted, contents: { pieces, checks, found }, counts: witnessed() };
    }
    default:
      return counted;
  }
}

/** What somebody found of what was in it: checks by those that are missing. */
function foundBy(told: Resolved | Recount, before: Contents): Contents {
  return { pieces: told.pieces, checks: withoutPapers(before.checks, told.missing), found: foundIn(told) };
}

function lessBefore(now: Found, before: Found): Found {
  const less = (tender: BankTender) => subtract(now[tender], before[tender]);
  return { cash: less('cash'), check: less('check'), 'money-order': less('money-order') };
}

type Amounts = { cashCents: number; checkCents: number; moneyOrderCents: number };

function foundIn({ cashCents, checkCents, moneyOrderCents }: Amounts): Found {
  return { cash: cents(cashCents), check: cents(checkCents), 'money-order': cents(moneyOrderCents) };
}

/** What a count finds of what is in it: the cash by its pieces, and all checks but those that are missing. */
export function foundOf({ found }: Contents, pieces: Pieces, missing: readonly DepositCheck[]): Found {
  const left = (tender: DepositCheck['tender']) =>
    subtract(found[tender], sum(missing.filter((one) => one.tender === tender).map((one) => cents(one.cents))));
  return { cash: worthOf(pieces), check: left('check'), 'money-order': left('money-order') };
}
