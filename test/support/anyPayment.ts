import fc from 'fast-check';
import type { Input } from '#contract/contract';
import type { AccountDelta } from '#domain/account';
import type { Policy } from '#domain/district';
import { cents } from '#domain/money';
import { nearestFive, type Rounding } from '#domain/settlement';
import { account, charge, POLICY } from './quarryBay.ts';
import { card, cash, check, moneyOrder, onAccount } from './undoing.ts';

/* Any payment at all: every kind of line and tender, mixed; the same for the same draw. */

type Payment = Pick<Input<'takePayment'>, 'lines' | 'tenders'>;
type Line = Payment['lines'][number];
type Tender = Payment['tenders'][number];

/** The three accounts of one turn. Nobody else touches them, so what they owe can be compared to the cent. */
export type Payers = { owing: AccountDelta; plan: AccountDelta; credited: AccountDelta };
const WHO = ['owing', 'plan', 'credited'] as const;
export const CREDIT = 2_500;

export function payersOf(turn: number): Payers {
  const number = (kind: number) => `40-${10_000 + turn}-0${kind}`;
  return {
    owing: account(number(1), `Owing, Turn ${turn}`, [
      charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640),
      charge('penalty', 'Jul–Aug 2026', '2026-10-01', 1_500),
      charge('service', 'Jul–Aug 2026', '2026-09-30', 1_733),
    ]),
    plan: account(number(2), `Plan, Turn ${turn}`, [
      charge('contract', 'installment 3 of 6', '2026-12-01', 5_001),
      charge('contract', 'installment 4 of 6', '2027-01-01', 5_001),
    ]),
    credited: account(number(3), `Credited, Turn ${turn}`, [charge('service', 'Sep–Oct 2026', '2026-11-30', 3_007)], {
      unappliedCents: CREDIT,
    }),
  };
}

/** The sample's policy with a type that splits in thirds, and no limit that would ask for a supervisor or stop a refund. */
export function policyOf(cashRounding: Rounding): Policy {
  const [first] = POLICY.receiptTypes;
  if (!first) throw new Error('the sample has receipt types');
  const thirds: Policy['receiptTypes'][number] = {
    ...first,
    code: 'thirds',
    name: 'In thirds',
    prices: [{ from: '2026-01-01', price: { kind: 'open' } }],
    distribution: [
      { fund: '401', bars: '3439001', percent: 33 },
      { fund: '401', bars: '3424000', percent: 33 },
      { fund: '402', bars: '3221000', percent: 34 },
    ],
    fields: [],
    account: 'none',
    prints: 'nothing',
  };
  const all = { onlineMaxCents: 10_000_000, offlineMaxCents: 10_000_000 };
  const tenders = { cash: all, check: all, 'money-order': all, card: all };
  const limits = { ...POLICY.limits, tenders, refundCashMaxCents: 10_000_000, checkClearsAfterDays: 0 };
  return { ...POLICY, cashRounding, limits, receiptTypes: [...POLICY.receiptTypes, thirds] };
}

const amount = fc.integer({ min: 1, max: 30_000 });

/** Amounts that somebody else set: what is owed, or what a schedule says. */
const anySetLine = fc.oneof(
  fc.record({
    is: fc.constant('account' as const),
    who: fc.constantFrom(...WHO),
    how: fc.constantFrom('all' as const, 'named' as const),
  }),
  fc.record({ is: fc.constant('copies' as const), quantity: fc.integer({ min: 1, max: 40 }) }),
  fc.record({ is: fc.constantFrom('permit' as const, 'inspection' as const) }),
  fc.record({ is: fc.constantFrom('deposit' as const, 'misc' as const, 'thirds' as const), cents: amount }),
);

/** Amounts that the payer chose: their cash is never rounded. */
const anyChosenLine = fc.oneof(
  fc.record({
    is: fc.constant('account' as const),
    who: fc.constantFrom(...WHO),
    how: fc.constantFrom('part' as const, 'over' as const),
  }),
  fc.record({ is: fc.constant('suspense' as const), cents: amount }),
);

type DrawnLine =
  typeof anySetLine extends fc.Arbitrary<infer L>
    ? L | (typeof anyChosenLine extends fc.Arbitrary<infer C> ? C : never)
    : never;

const anyTender = fc.record({
  is: fc.constantFrom('check', 'cashiers', 'money-order', 'card', 'credit'),
  percent: fc.integer({ min: 1, max: 70 }),
});

export const anyPayment = fc.record({
  lines: fc.oneof(
    fc.array(anySetLine, { maxLength: 5 }),
    fc.array(fc.oneof<fc.Arbitrary<DrawnLine>[]>(anySetLine, anyChosenLine), { maxLength: 5 }),
  ),
  tenders: fc.array(anyTender, { maxLength: 4 }),
  cash: fc.constantFrom('none', 'exact', 'rounded', 'over'),
  over: fc.integer({ min: 2, max: 9_999 }),
});
export type AnyPayment = typeof anyPayment extends fc.Arbitrary<infer P> ? P : never;

/** The payment that was drawn, for the payers of its turn, brought to an amount that ends with two given digits. */
export function paymentOf(
  drawn: AnyPayment,
  payers: Payers,
  turn: number,
  ending: number,
  rounding: Rounding,
): Payment {
  const lines = linesOf(drawn.lines, payers);
  const before = lines.reduce((total, line) => total + line.cents, 0);
  const rest = (((ending - before) % 100) + 100) % 100 || 100;
  lines.push(misc(rest));
  return { lines, tenders: tendersOf(drawn, before + rest, payers, turn, rounding) };
}

function linesOf(drawn: readonly DrawnLine[], payers: Payers): Line[] {
  const seen = new Set<string>();
  return drawn.flatMap((line): Line[] => {
    if (line.is !== 'account') return [otherLine(line, payers)];
    if (seen.has(line.who)) return [];
    seen.add(line.who);
    return [accountLine(line, payers)];
  });
}

function accountLine({ who, how }: Extract<DrawnLine, { is: 'account' }>, payers: Payers): Line {
  const { accountNumber, charges } = payers[who];
  const open = charges.reduce((total, one) => total + one.openCents, 0);
  const last = charges.at(-1);
  if (!last) throw new Error('every payer owes something');
  const { chargeId, openCents } = last;
  switch (how) {
    case 'all':
      return onAccount(accountNumber, open);
    case 'part':
      return onAccount(accountNumber, Math.ceil(open / 3));
    case 'over':
      return onAccount(accountNumber, open + 777);
    case 'named':
      return {
        ...onAccount(accountNumber, openCents),
        charges: [{ chargeId, cents: openCents }],
        namedWhy: who === 'plan' ? 'payment_plan' : 'payer_named',
      };
  }
}

function otherLine(line: Exclude<DrawnLine, { is: 'account' }>, { owing, plan }: Payers): Line {
  switch (line.is) {
    case 'copies': {
      const due = 25 * Math.min(10, line.quantity) + 15 * Math.max(0, line.quantity - 10);
      return { kind: 'fee', code: 'copies', quantity: line.quantity, cents: due, told: [] };
    }
    case 'permit': {
      const told = ['SS-2026-0412', '0418-22-0071', '118 Quarry Rd', 'Ferndale Digging', 'New side sewer'];
      const { accountNumber } = owing;
      return { kind: 'fee', code: 'side-sewer-permit', quantity: 1, cents: 116_325, told, accountNumber };
    }
    case 'inspection':
      return { kind: 'fee', code: 'inspection', quantity: 1, cents: 7_500, told: ['SS-2026-0412'] };
    case 'deposit': {
      const about = { code: 'construction-deposit', quantity: 1, told: ['SS-2026-0412'] };
      return { kind: 'fee', ...about, cents: line.cents, accountNumber: plan.accountNumber };
    }
    case 'misc':
      return misc(line.cents);
    case 'thirds':
      return { kind: 'fee', code: 'thirds', quantity: 1, cents: line.cents, told: [] };
    case 'suspense':
      return { kind: 'suspense', cents: line.cents, name: 'Tran, Linh', address: '7 Slate Ln', parcel: '0418-22-0017' };
  }
}

export function misc(cents: number): Line {
  const goesTo = { fund: '402', bars: '3790000' };
  return { kind: 'fee', code: 'misc-receipt', quantity: 1, cents, told: ['Key deposit'], goesTo };
}

function tendersOf(drawn: AnyPayment, total: number, { credited }: Payers, turn: number, rounding: Rounding): Tender[] {
  let left = total;
  let credit = CREDIT;
  const tenders: Tender[] = [];
  const others =
    drawn.cash === 'none' && drawn.tenders.length === 0 ? ([{ is: 'card', percent: 100 }] as const) : drawn.tenders;
  for (const [place, { is, percent }] of others.entries()) {
    const isLast = drawn.cash === 'none' && place === others.length - 1;
    const wanted = isLast ? left : Math.ceil((total * percent) / 100);
    // Credit only goes as far as there is some; a card takes what is still missing at the end.
    const part = Math.min(left, wanted, is === 'credit' ? credit : left);
    if (part > 0) tenders.push(tender(is, part, credited.accountNumber, `${1_000 + turn}${place}`));
    if (is === 'credit') credit -= part;
    left -= part;
    if (isLast && left > 0) tenders.push(card(left, '1111'));
  }
  if (drawn.cash !== 'none' && left > 0) tenders.push(cash(handedOver(drawn, left, rounding)));
  return tenders;
}

/** @param number five digits, of one payment alone: with what a kind sets before them no two papers are alike */
function tender(is: string, part: number, credited: string, number: string): Tender {
  switch (is) {
    case 'check':
      return check(part, number);
    case 'cashiers':
      return { ...check(part, `7${number}`), form: 'cashiers' };
    case 'money-order':
      return moneyOrder(part, `26${number}`);
    case 'credit':
      return { kind: 'credit', cents: part, accountNumber: credited };
    default:
      return card(part);
  }
}

/** The exact coins, those of the nearest five cents where nobody chose an amount and the district rounds, or more. */
function handedOver({ cash: how, over, lines }: AnyPayment, left: number, rounding: Rounding): number {
  if (how === 'over') return left + over;
  const isChosen = lines.some(
    (line) => line.is === 'suspense' || (line.is === 'account' && /part|over/.test(line.how)),
  );
  return how === 'rounded' && rounding === 'nearest-five' && !isChosen && left > 2 ? nearestFive(cents(left)) : left;
}
