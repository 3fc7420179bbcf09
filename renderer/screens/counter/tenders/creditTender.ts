import { type Cents, cents, formatAmount, ZERO } from '#domain/money';
import { say } from '../../../messages/en.ts';
import { tenders as words } from '../../../messages/tenders.ts';
import type { CounterForm } from '../counterForm.ts';
import { accountsOf } from '../paidAccounts.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless } from '../wrongField.ts';
import { plainTender, type TenderRules } from './tenderRules.ts';

/** Credit of an account that was not applied yet, as far as it is known here. */
export type Credit = { accountNumber: string; cents: Cents };

/** Credit as a tender. `credits` are those that could be taken when it was begun. */
export type CreditTender = { kind: 'credit'; text: string; accountNumber: string; credits: readonly Credit[] };
export type CreditField = 'text' | 'accountNumber';

const name = say.tender.credit;

export const creditTender: TenderRules<CreditTender, CreditField> = {
  ...plainTender,
  begin(form) {
    const credits = creditsLeft(form);
    const [first] = credits;
    return first ? { kind: 'credit', text: '', accountNumber: first.accountNumber, credits } : null;
  },
  name: () => name,
  fields: ['text'],
  typed: (credit) => [credit.text],
  most: creditThere,
  wrongIn(credit) {
    const taken = typedCents(credit.text);
    if (taken === 0) return unless(false, 'text', words.why.text(name), amountSentence(credit.text));
    const there = creditThere(credit);
    return unless(taken <= there, 'text', words.why.credit(credit.accountNumber, formatAmount(there)));
  },
  sent: ({ text, accountNumber }) => ({ kind: 'credit', cents: typedCents(text), accountNumber }),
  drafted: ({ accountNumber }, amount) => ({ kind: 'credit', cents: amount, accountNumber }),
  told: (credit) => [name, credit.accountNumber],
};

/** How much there is to take of the account that was chosen. */
export function creditThere({ credits, accountNumber }: Pick<CreditTender, 'credits' | 'accountNumber'>): Cents {
  return credits.find((credit) => credit.accountNumber === accountNumber)?.cents ?? ZERO;
}

/** The accounts of the receipt that have credit which no tender takes yet: one tender takes all of one account. */
export function creditsLeft(form: Pick<CounterForm, 'lines' | 'tenders'>): Credit[] {
  const taken = form.tenders.flatMap((tender) => (tender.kind === 'credit' ? [tender.accountNumber] : []));
  const accounts = new Map(accountsOf(form).map((account) => [account.accountNumber, account.unappliedCents]));
  return [...accounts]
    .filter(([accountNumber, unapplied]) => unapplied > 0 && !taken.includes(accountNumber))
    .map(([accountNumber, unapplied]) => ({ accountNumber, cents: cents(unapplied) }));
}
