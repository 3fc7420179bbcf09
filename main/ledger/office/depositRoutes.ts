import type { BatchRow } from '#db/ledger/batches';
import { undepositedOf } from '#db/ledger/batchSums';
import type { LedgerTx } from '#db/ledger/database';
import { checksInDeposits, partsOfBatches, type TakenPart } from '#db/ledger/deposits';
import { type PaidRow, paidByFund } from '#db/ledger/paidByFund';
import { BankTender } from '#domain/bankTender';
import { type DepositCheck, type DepositPart, withoutPapers } from '#domain/deposit';
import { cashRouted, type PaidPaper, papersParted, papersRouted, type RoutedPart } from '#domain/depositRouting';
import { type Cents, cents, subtract, sum } from '#domain/money';
import { checksOf } from './depositChecks.ts';
import type { OfficeAt } from './officeAt.ts';

/** What one bank account may have of one tender of a batch, and what of it stays for other accounts. */
export type WaitingPart = DepositPart & RoutedPart & { leftCents: Cents };

/** What of one batch is in no deposit yet, account by account, and where each of its papers goes. */
export type BatchRoutes = {
  batch: string;
  parts: readonly WaitingPart[];
  papers: readonly (DepositCheck & { account: string })[];
  /** Of which tenders the office holds another amount than the close told: which papers these are is not told anywhere. */
  settledOtherwise: readonly BankTender[];
  /** What of it is in deposits already. */
  taken: readonly TakenPart[];
};

/** What is still to be deposited of approved batches, as their entries tell it; those that are set are asked for at once. */
export async function routesOf(
  tx: LedgerTx,
  rows: readonly BatchRow[],
  { district, policy }: Pick<OfficeAt, 'district' | 'policy'>,
): Promise<BatchRoutes[]> {
  const batches = rows.map(({ batch }) => batch);
  const held = await undepositedOf(tx, district, batches);
  const taken = await partsOfBatches(tx, district, batches);
  const gone = await checksInDeposits(tx, district, [...new Set(taken.map(({ deposit }) => deposit))]);
  const isByFund = policy.bankAccounts.some(({ funds }) => funds !== undefined);
  const paid = isByFund ? await fundsPaid(tx, batches, { district, policy }) : [];
  const routes: BatchRoutes[] = [];
  for (const row of rows) {
    const own = <T extends { batch: string }>(all: readonly T[]) => all.filter(({ batch }) => batch === row.batch);
    const told = { held: own(held), taken: own(taken), gone: own(gone), paid: own(paid) };
    routes.push(routed(row.batch, policy, { ...told, checks: await checksOf(tx, district, row) }));
  }
  return routes;
}

/** What receipts of these batches paid of each fund, also where a payment pays no charge. */
export function fundsPaid(
  tx: LedgerTx,
  batches: readonly string[],
  { district, policy: { standing } }: Pick<OfficeAt, 'district' | 'policy'>,
): Promise<PaidRow[]> {
  const unnamed = { unapplied: standing.unapplied.fund, suspense: standing.suspense.fund };
  return paidByFund(tx, district, batches, unnamed);
}

/** What the entries tell of one batch. */
type Told = {
  held: readonly DepositPart[];
  taken: readonly TakenPart[];
  /** What the close counted, and what of it is in deposits. */
  checks: readonly DepositCheck[];
  gone: readonly DepositCheck[];
  paid: readonly PaidRow[];
};

function routed(batch: string, { bankAccounts }: OfficeAt['policy'], { paid, ...told }: Told): BatchRoutes {
  const parts: WaitingPart[] = [];
  const papers: BatchRoutes['papers'][number][] = [];
  const settledOtherwise: BankTender[] = [];
  const known = papersPaid(paid);
  for (const tender of BankTender.options) {
    const taken = told.taken.filter((part) => part.tender === tender);
    const left = subtract(centsOf(told.held, tender), centsOf(taken.filter(({ isMade }) => !isMade)));
    if (left <= 0) continue;
    const add = (all: readonly RoutedPart[]) =>
      parts.push(...all.map((part) => ({ ...part, batch, tender, leftCents: subtract(left, part.cents) })));
    if (tender === 'cash') {
      const cash = paid.filter((row) => row.tender === 'cash').map(({ fund, cents: of }) => ({ fund, cents: of }));
      add(cashRouted(bankAccounts, left, cash, taken));
      continue;
    }
    const checks = told.checks.filter((check) => check.tender === tender);
    const isSettled = centsOf(checks) !== left + centsOf(taken);
    if (isSettled) settledOtherwise.push(tender);
    const ways = papersRouted(bankAccounts, withoutPapers(checks, told.gone), known, isSettled);
    add(papersParted(bankAccounts, tender, left, ways));
    papers.push(...ways.map(({ paper, account }) => ({ ...paper, account })));
  }
  return { batch, parts, papers, settledOtherwise, taken: told.taken };
}

/** The papers of receipts, each with what it paid of which fund. */
export function papersPaid(paid: readonly PaidRow[]): PaidPaper[] {
  const papers = new Map<string, PaidPaper>();
  for (const { batch, tender, paper, checkNumber, paperCents, fund, cents: amount } of paid) {
    if (tender === 'cash' || paper === null || checkNumber === null || paperCents === null) continue;
    const funds = [...(papers.get(paper)?.funds ?? []), { fund, cents: amount }];
    papers.set(paper, { batch, tender, checkNumber, cents: paperCents, funds });
  }
  return [...papers.values()];
}

function centsOf(all: readonly { tender: BankTender; cents: number }[], tender?: BankTender): Cents {
  return sum(all.filter((one) => tender === undefined || one.tender === tender).map((one) => cents(one.cents)));
}
