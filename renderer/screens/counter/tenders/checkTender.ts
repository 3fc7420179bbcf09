import { sentenceOf } from '#domain/refusal';
import { isRoutingNumber, routingAmong } from '#domain/routingNumber';
import type { CheckForm } from '#domain/tender';
import { tenders as words } from '../../../messages/tenders.ts';
import { typedCents } from '../typedCents.ts';
import { amountSentence, unless } from '../wrongField.ts';
import { isPaperNumber, wrongNumber } from './paperNumber.ts';
import { plainTender, type TenderRules } from './tenderRules.ts';

export type CheckTender = {
  kind: 'check';
  form: CheckForm;
  text: string;
  checkNumber: string;
  routing: string;
  bankAccount: string;
};
export type CheckField = 'text' | 'checkNumber' | 'routing' | 'bankAccount';

const { why, check: said } = words;

export const checkTender: TenderRules<CheckTender, CheckField> = {
  ...plainTender,
  begin: () => ({ kind: 'check', form: 'check', text: '', checkNumber: '', routing: '', bankAccount: '' }),
  name: (check) => said.form[check.form],
  fields: ['text', 'checkNumber', 'routing', 'bankAccount'],
  typed: (check) => [check.text, check.checkNumber, check.routing, check.bankAccount],
  straightened: inOrder,
  wrongIn: (check) => [
    ...unless(typedCents(check.text) > 0, 'text', why.text(said.form[check.form]), amountSentence(check.text)),
    ...unless(
      isPaperNumber(check.checkNumber),
      'checkNumber',
      why.checkNumber,
      wrongNumber(check.checkNumber, 'checkNumber'),
    ),
    ...unless(isRoutingSettled(check), 'routing', why.routing, wrongRouting(check)),
    ...unless(
      /^\d{3,17}$/.test(check.bankAccount),
      'bankAccount',
      why.bankAccount,
      wrongBankAccount(check.bankAccount),
    ),
  ],
  sent: ({ text, ...check }) => ({ ...check, cents: typedCents(text) }),
  drafted: ({ checkNumber, form }, cents) => ({
    kind: 'check',
    cents,
    form,
    checkNumber: isPaperNumber(checkNumber) ? checkNumber : '',
  }),
  told: (check) => [
    said.told(said.form[check.form], check.checkNumber),
    check.routing === '' ? '' : said.routingTold(grouped(check.routing)),
  ],
};

/** What is too long for a bank account; it is never cut. */
export const wrongBankAccount = (account: string) => (account.length > 17 ? said.accountTooLong : null);

/** Routing and account the other way round. */
export function swapped<T extends Pick<CheckTender, 'routing' | 'bankAccount'>>(check: T): T {
  return { ...check, routing: check.bankAccount, bankAccount: check.routing };
}

/**
 * A cashier's check may have the account before the routing. Where the check digit tells which is which they are put
 * in order; where both or neither could be the routing, nobody guesses. Other checks have one order only.
 */
function inOrder(check: CheckTender): CheckTender {
  if (check.form !== 'cashiers') return check;
  return routingAmong(check.routing, check.bankAccount) === 'second' ? swapped(check) : check;
}

/** The first number of a cashier's check may be its account: that shows when the second is there. */
function isRoutingSettled({ form, routing, bankAccount }: CheckTender): boolean {
  const isOpen = form === 'cashiers' && bankAccount === '' && /^\d{3,17}$/.test(routing);
  return isOpen || isRoutingNumber(routing);
}

/** A routing number whose check digit is wrong is told while the check is still in the hand. */
export function wrongRouting(check: Pick<CheckTender, 'form' | 'routing' | 'bankAccount'>): string | null {
  const { form, routing, bankAccount } = check;
  if (routing.length < 9 || isRoutingNumber(routing)) return null;
  if (form === 'cashiers') return bankAccount.length < 9 ? null : said.neither;
  return routing.length === 9 ? sentenceOf('routing_wrong', {}) : said.nineDigits;
}

/** What a person has to look at, because both numbers pass for the routing. */
export function eitherRouting({ form, routing, bankAccount }: CheckTender): string | null {
  return form === 'cashiers' && routingAmong(routing, bankAccount) === 'both' ? said.bothCould : null;
}

/** `0210 0002 1`: nine digits are easier to compare in groups. */
function grouped(routing: string): string {
  return routing.replace(/(\d{4})(?=\d)/g, '$1 ');
}
