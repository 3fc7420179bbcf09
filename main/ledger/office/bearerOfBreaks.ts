import { batchNamed } from '#db/ledger/batches';
import type { LedgerTx } from '#db/ledger/database';
import { partsOfBatches } from '#db/ledger/deposits';
import { assert } from '#domain/assert';
import type { DepositPart } from '#domain/deposit';
import { fundsPaid, routesOf } from './depositRoutes.ts';
import { type DepositStanding, depositOrRefuse } from './depositStanding.ts';
import type { OfficeAt } from './officeAt.ts';

type At = Pick<OfficeAt, 'district' | 'policy'>;

/** What of one tender of a batch is in a deposit, or still waits for one. */
type Share = { deposit: string | null; account: string; cents: number; isByFund: boolean };

/**
 * Whether what a batch's tender is over or short, and all else that stands between its receipts and the office, is told
 * with this deposit, where several take of it. As it is routed: with the account without funds, and where that has
 * nothing of it, with the one that has most less than was paid of its funds. So each is told once.
 */
export async function bearsBreaks(
  tx: LedgerTx,
  at: At,
  standing: DepositStanding,
  part: DepositPart,
): Promise<boolean> {
  const taken = await sharesTaken(tx, at, standing, part);
  const first = taken.find(({ isByFund }) => !isByFund);
  if (first) return first.deposit === standing.row.deposit;
  const waiting = await sharesWaiting(tx, at, part);
  if (waiting.some(({ isByFund }) => !isByFund)) return false;
  return (await hitMost(tx, at, [...taken, ...waiting], part)).deposit === standing.row.deposit;
}

/** In deposits already, this one among them also where it was taken back; the first that was prepared first. */
async function sharesTaken(
  tx: LedgerTx,
  { district }: At,
  standing: DepositStanding,
  { batch, tender }: DepositPart,
): Promise<Share[]> {
  const own = standing.row.deposit;
  const others = (await partsOfBatches(tx, district, [batch])).filter(
    (one) => one.tender === tender && one.deposit !== own,
  );
  const all = [standing];
  for (const { deposit } of others) all.push(await depositOrRefuse(tx, district, deposit));
  return all
    .sort((one, other) => one.row.number - other.row.number)
    .map(({ row, prepared }) => {
      const part = prepared.parts.find((one) => one.batch === batch && one.tender === tender);
      assert(part, `${row.deposit} has no ${tender} of ${batch}`);
      const { cents, funds } = part;
      return { deposit: row.deposit, account: row.bankAccount, cents, isByFund: funds !== undefined };
    });
}

async function sharesWaiting(tx: LedgerTx, at: At, { batch, tender }: DepositPart): Promise<Share[]> {
  const row = await batchNamed(tx, at.district, batch);
  assert(row, `batch ${batch} went`);
  const parts = (await routesOf(tx, [row], at)).flatMap((one) => one.parts);
  return parts
    .filter((part) => part.tender === tender)
    .map(({ account, cents, funds }) => ({ deposit: null, account, cents, isByFund: funds !== undefined }));
}

/** The share that has most less than was paid of its funds; of equal ones the first. */
async function hitMost(tx: LedgerTx, at: At, shares: readonly Share[], { batch, tender }: DepositPart): Promise<Share> {
  const paid = (await fundsPaid(tx, [batch], at)).filter((one) => one.tender === tender);
  const lost = shares.map((share) => {
    const { funds = [] } = at.policy.bankAccounts.find(({ account }) => account === share.account) ?? {};
    return paid.reduce((total, one) => total + (funds.includes(one.fund) ? one.cents : 0), -share.cents);
  });
  const bearer = shares[lost.indexOf(Math.max(...lost))];
  assert(bearer, `no deposit has of ${batch}`);
  return bearer;
}
