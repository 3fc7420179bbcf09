import type { Output } from '#contract/contract';
import type { DepositRow } from '#db/ledger/deposits';
import type { OfficeAt } from './officeAt.ts';

/** A deposit as lists show it: never its amount, which is the first count until the second is there. */
export function depositListed(
  row: DepositRow,
  nameOf: (person: string) => string,
  { policy, now }: Pick<OfficeAt, 'policy' | 'now'>,
): Output<'deposits'>['deposits'][number] {
  const { deposit, state, bankAccount, bag, businessDay, preparedAt, firstReceiptAt, dueAt, handedAt } = row;
  return {
    ...{ deposit, state, bankAccount, bag, businessDay, preparedAt, firstReceiptAt, dueAt, handedAt },
    bankAccountName: policy.bankAccounts.find(({ account }) => account === bankAccount)?.name ?? bankAccount,
    preparerName: nameOf(row.preparer),
    isLate: (handedAt ?? now) > dueAt,
  };
}
