import type { TieBreak } from '#contract/tieShapes';
import type { BankTender } from '#domain/bankTender';
import type { DepositStanding } from './depositStanding.ts';

/**
 * A break of one tender for each time that two counts of a deposit were settled at another amount than was in it until then,
 * with the bag into which it was counted. Together they are what is in it less what its batches held.
 */
export function breaksOfCounts({ row: { deposit }, settled }: DepositStanding, tender: BankTender): TieBreak[] {
  return settled.flatMap(({ bag, difference: { [tender]: cents } }) =>
    cents === 0 ? [] : [{ why: 'deposit_count', tender, cents, batch: null, deposit, document: bag, day: null }],
  );
}
