import type { Output } from '#contract/contract';
import type { DepositRow } from '#db/ledger/deposits';
import { isAtTreasurer } from '#domain/bankAccount';
import { BankTender } from '#domain/bankTender';
import type { OfficeAt } from './officeAt.ts';

/** A deposit as lists show it: never its amount, which is the first count until the second is there. */
export function depositListed(
  row: DepositRow,
  nameOf: (person: string) => string,
  { policy, now, actor }: Pick<OfficeAt, 'policy' | 'now' | 'actor'>,
): Output<'deposits'>['deposits'][number] {
  const {
    deposit,
    state,
    differenceCents,
    bankAccount,
    bag,
    businessDay,
    preparedAt,
    firstReceiptAt,
    dueAt,
    handedAt,
  } = row;
  const to = policy.bankAccounts.find(({ account }) => account === bankAccount);
  return {
    ...{ deposit, state, differenceCents, bankAccount, bag, businessDay, preparedAt, firstReceiptAt, dueAt, handedAt },
    bankAccountName: to?.name ?? bankAccount,
    lastFour: to?.lastFour ?? null,
    tenders: to?.tenders ?? BankTender.options,
    isCounty: to !== undefined && isAtTreasurer(to),
    preparerName: nameOf(row.preparer),
    isYours: row.counter === actor.person,
    isLate: state !== 'withdrawn' && (handedAt ?? now) > dueAt,
    lateReason: row.explained === null ? null : { words: wordsIn(row.explained) },
  };
}

/** The words told beside an entry; null where they were redacted. */
export function wordsIn(personal: string | null): string | null {
  return personal === null ? null : ((JSON.parse(personal) as { words?: string }).words ?? null);
}
