import type { TieRow } from '#contract/depositShapes';
import type { TieBreak } from '#contract/tieShapes';
import { batchNamed } from '#db/ledger/batches';
import { undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { assert } from '#domain/assert';
import { BankTender } from '#domain/bankTender';
import type { DepositPart } from '#domain/deposit';
import { batchTie, breakOf, type TenderTie } from './batchTie.ts';
import { bearsBreaks } from './bearerOfBreaks.ts';
import { breaksOfCounts } from './breaksOfCounts.ts';
import { breaksOfPapers } from './breaksOfPapers.ts';
import type { DepositStanding } from './depositStanding.ts';
import type { OfficeAt } from './officeAt.ts';

/** The tie from receipts to the bank, and each place at which it breaks. */
export type Tie = { tie: TieRow[]; breaks: TieBreak[] };

type Followed = TenderTie & {
  part: DepositPart;
  /** What of it other bank accounts take by fund. */
  elsewhereCents: number;
};

/**
 * Receipts = drawers = deposit = bank, tender by tender, with every break named (design, the four-way tie). Of a batch
 * that lies in several deposits each break is told with one of them.
 */
export async function tieOf(
  tx: LedgerTx,
  at: Pick<OfficeAt, 'district' | 'policy'>,
  standing: DepositStanding,
): Promise<Tie> {
  const followed = await follow(tx, at, standing);
  const isMade = isDeposited(standing);
  const tie = BankTender.options
    .map((tender) => tieRow(tender, followed, isMade ? foundIn(standing, tender) : null))
    .filter((row) => row !== null);
  const papers = await breaksOfPapers(tx, at.district, standing);
  return { tie, breaks: [...followed.flatMap(({ breaks }) => breaks), ...papers, ...laterBreaks(standing)] };
}

/** Its two counts agree or are settled: its money is its own. */
export function isDeposited({ row: { state } }: DepositStanding): boolean {
  return state !== 'prepared' && state !== 'differs' && state !== 'withdrawn';
}

/** What is in a deposit: what it was prepared with, or what was found last where counts differed. */
export function depositedCents(standing: DepositStanding): number {
  return BankTender.options.reduce((total, tender) => total + foundIn(standing, tender), 0);
}

/** What of one tender is in it. */
export function foundIn({ contents }: DepositStanding, tender: BankTender): number {
  return contents.found[tender];
}

function tieRow(tender: BankTender, followed: readonly Followed[], depositCents: number | null): TieRow | null {
  const of = followed.filter(({ part }) => part.tender === tender);
  if (of.length === 0) return null;
  const total = (centsOf: (one: Followed) => number) => of.reduce((sum, one) => sum + centsOf(one), 0);
  return {
    ...{ tender, depositCents },
    receiptsCents: total((one) => one.receiptsCents),
    drawersCents: total((one) => one.drawersCents),
    officeCents: total(({ part }) => part.cents),
    elsewhereCents: total((one) => one.elsewhereCents),
  };
}

/** Where later counts of it, or the bank, found another amount. */
function laterBreaks(standing: DepositStanding): TieBreak[] {
  const { row, confirmed } = standing;
  const counted = BankTender.options.flatMap((tender) => breaksOfCounts(standing, tender));
  const bank = confirmed ? confirmed.cents - depositedCents(standing) : 0;
  const of = { batch: null, deposit: row.deposit, document: row.bag, day: null };
  return bank === 0 ? counted : [...counted, { why: 'bank', tender: null, cents: bank, ...of }];
}

/** Each part from its receipts to what the office had of it. */
async function follow(
  tx: LedgerTx,
  at: Pick<OfficeAt, 'district' | 'policy'>,
  standing: DepositStanding,
): Promise<Followed[]> {
  const { district } = at;
  const ties = new Map<string, TenderTie[]>();
  const followed: Followed[] = [];
  for (const part of standing.parts) {
    const { batch, tender } = part;
    const row = await batchNamed(tx, district, batch);
    assert(row, `batch ${batch} went`);
    const tie = ties.get(batch) ?? (await batchTie(tx, district, row));
    ties.set(batch, tie);
    const one = tie.find((of) => of.tender === tender);
    assert(one, `${tender} of ${batch} has no tie`);
    const held = await heldOf(tx, district, part);
    if (held !== part.cents && !(await bearsBreaks(tx, at, standing, part))) {
      followed.push(shareAlone(part));
      continue;
    }
    const rest = breakOf('unexplained', { tender, batch, document: batch }, held - one.officeCents);
    followed.push({ ...one, part, elsewhereCents: held - part.cents, breaks: [...one.breaks, ...rest] });
  }
  return followed;
}

/** What was paid to one account of a batch whose breaks another deposit tells: its own share, all the way. */
function shareAlone(part: DepositPart): Followed {
  const { tender, cents } = part;
  return {
    ...{ tender, part, receiptsCents: cents, drawersCents: cents, officeCents: cents },
    ...{ elsewhereCents: 0, breaks: [] },
  };
}

/** All that the office had of one tender of a batch: what still waits, and what is in deposits that were made. */
async function heldOf(tx: LedgerTx, district: string, { batch, tender }: DepositPart): Promise<number> {
  const waiting = await undepositedOf(tx, district, [batch]);
  const made = (await partsOfBatches(tx, district, [batch])).filter(({ isMade }) => isMade);
  const own = [...waiting, ...made].filter((one) => one.tender === tender);
  return own.reduce((total, one) => total + one.cents, 0);
}
