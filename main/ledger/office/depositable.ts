import { BATCHES_MAX } from '#contract/batchCalls';
import type { Output } from '#contract/contract';
import { type BatchRow, batchesToDeposit, type FirstReceipt, firstReceipts, stepsOfBatch } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import type { BusinessDay } from '#domain/businessDay';
import { depositDueAt } from '#domain/deposit';
import { type BatchRoutes, routesOf } from './depositRoutes.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

/**
 * Approved batches of which something waits for its deposit, with every check that their closes tell. Where the district
 * counts blind, what they hold in cash is not told: who makes a deposit of it has to count it.
 */
export async function depositable(tx: LedgerTx, _input: object, at: OfficeAt): Promise<Output<'depositable'>> {
  const { district, policy } = at;
  const named = await nameOf(tx, district);
  const rows = await batchesToDeposit(tx, district, BATCHES_MAX);
  const first = await firstReceipts(
    tx,
    district,
    rows.map(({ batch }) => batch),
  );
  const dueAt = (when: number) => depositDueAt(when, policy.deposits, policy.timeZone);
  const routes = await routesOf(tx, rows, at);
  const known = { named, first, dueAt, isBlind: policy.counting.blind };
  const batches: Output<'depositable'>['batches'] = [];
  for (const row of rows.reverse()) {
    const own = routes.find(({ batch }) => batch === row.batch);
    if (own && own.parts.length > 0) batches.push(await shown(tx, district, row, own, known));
  }
  const funds = policy.funds.map(({ fund, name }) => ({ fund, name }));
  return { bankAccounts: policy.bankAccounts, funds, batches };
}

type Known = {
  named: (person: string) => string;
  first: readonly FirstReceipt[];
  dueAt: (firstReceiptAt: number) => number;
  isBlind: boolean;
};

async function shown(
  tx: LedgerTx,
  district: string,
  { batch, businessDay, cashier }: BatchRow,
  routes: BatchRoutes,
  { named, first, dueAt, isBlind }: Known,
) {
  const oldest = first.find((one) => one.batch === batch);
  const approved = (await stepsOfBatch(tx, district, batch)).findLast(({ step }) => step === 'approved');
  return {
    businessDay: businessDay as BusinessDay,
    firstReceipt: oldest ? { label: oldest.label, at: oldest.at, dueAt: dueAt(oldest.at) } : null,
    ...{ batch, cashierName: named(cashier), approvedByName: named(approved?.person ?? '') },
    parts: routes.parts.map(({ tender, account, cents }) => ({
      ...{ batch, tender, account, cents: isBlind && tender === 'cash' ? null : cents },
    })),
    checks: routes.papers.filter(({ tender, account }) =>
      routes.parts.some((part) => part.tender === tender && part.account === account),
    ),
  };
}
