import fc from 'fast-check';
import type { ChargeStanding } from '#db/ledger/applications';
import type { Receipt } from '#domain/receipt';
import { openBooks } from '#main/ledger/books';

type Payment = { account: string; charges: { chargeId: number; cents: number }[]; unapplied: number };

/** Only what the books read of a receipt. */
function receiptOf(payments: Payment[]): Receipt {
  const lines = payments.map(({ account, charges, unapplied }) => ({
    kind: 'account',
    accountNumber: account,
    cents: charges.reduce((total, charge) => total + charge.cents, unapplied),
    charges,
    unappliedCents: unapplied,
  }));
  return { lines, tenders: [] } as unknown as Receipt;
}

const standing = (chargeId: number, accountNumber: string, billedCents: number, appliedCents = 0): ChargeStanding => ({
  chargeId,
  accountNumber,
  billedCents,
  appliedCents,
});

test('a payment goes to its charges up to what is open, and the rest is unapplied credit', () => {
  const books = openBooks([standing(1, 'A', 100, 30), standing(2, 'A', 50)], [], new Set());
  const charges = [
    { chargeId: 1, cents: 90 },
    { chargeId: 2, cents: 50 },
  ];
  books.pay(7, receiptOf([{ account: 'A', charges, unapplied: 5 }]));
  const entry = { sequence: 7, accountNumber: 'A', undoes: null };
  expect(books.written()).toEqual([
    { ...entry, chargeId: 1, meantFor: null, cents: 70 },
    { ...entry, chargeId: null, meantFor: 1, cents: 20 },
    { ...entry, chargeId: 2, meantFor: null, cents: 50 },
    { ...entry, chargeId: null, meantFor: null, cents: 5 },
  ]);
});

test.each([
  ['of another account', [standing(1, 'B', 100)]],
  ['that does not exist', []],
  ['that is paid already', [standing(1, 'A', 100, 100)]],
  ['that was made smaller than what is paid', [standing(1, 'A', 50, 100)]],
])('a charge %s has no room: the money stays with the account that was paid on', (_what, standings) => {
  const books = openBooks(standings, [], new Set());
  books.pay(1, receiptOf([{ account: 'A', charges: [{ chargeId: 1, cents: 40 }], unapplied: 0 }]));
  expect(books.written()).toEqual([
    { sequence: 1, accountNumber: 'A', chargeId: null, meantFor: 1, cents: 40, undoes: null },
  ]);
});

test('what a load moved from a paid charge to unapplied credit is taken back from there', () => {
  // Billed 100, 80 paid, then billed again at 60: the load moved 20 to unapplied credit.
  const paid = { sequence: 1, accountNumber: 'A', chargeId: 1, meantFor: null, cents: 80, undoes: null };
  const books = openBooks([standing(1, 'A', 60, 60)], [paid], new Set());
  books.takeBack(2, 1);
  const entry = { sequence: 2, accountNumber: 'A', undoes: 1 };
  expect(books.written()).toEqual([
    { ...entry, chargeId: 1, meantFor: null, cents: -60 },
    { ...entry, chargeId: null, meantFor: 1, cents: -20 },
  ]);
});

test('credit that a receipt spent is no line of it: all that its lines left can be taken back', () => {
  const books = openBooks([], [], new Set());
  const { lines } = receiptOf([{ account: 'A', charges: [], unapplied: 30 }]);
  const tenders = [{ kind: 'credit', accountNumber: 'A', cents: 10 }];
  books.pay(1, { lines, tenders } as unknown as Receipt);
  expect(books.takeBackParts(2, 1, lines)).toBe(true);
  expect(books.takeBackParts(3, 1, lines)).toBe(false);
  expect(books.written().reduce((credit, part) => credit + part.cents, 0)).toBe(-10);
});

test('no cent is lost: what was paid is applied, nothing is paid beyond its bill, and all of it can be taken back', () => {
  const cents = fc.integer({ min: 1, max: 10_000 });
  const payment = fc.record({
    account: fc.constantFrom('A', 'B', 'C'),
    charges: fc.array(fc.record({ chargeId: fc.integer({ min: 1, max: 6 }), cents }), { maxLength: 4 }),
    unapplied: fc.integer({ min: 0, max: 500 }),
  });
  const receipts = fc.array(fc.array(payment, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 12 });
  const billed = fc.array(cents, { minLength: 5, maxLength: 5 });
  fc.assert(
    fc.property(billed, receipts, fc.infiniteStream(fc.boolean()), (bills, paid, whether) => {
      const standings = bills.map((amount, place) => standing(place + 1, ['A', 'B', 'C'][place % 3] ?? 'A', amount));
      const books = openBooks(standings, [], new Set());
      const made = paid.map(receiptOf);
      for (const [place, receipt] of made.entries()) books.pay(place + 1, receipt);
      let left = made.flatMap((receipt) => receipt.lines).reduce((total, line) => total + line.cents, 0);
      expect(applied(books)).toBe(left);
      for (const [place, receipt] of made.entries()) {
        if (!whether.next().value) continue;
        books.takeBack(100 + place, place + 1);
        expect(books.hasUndone(place + 1)).toBe(true);
        left -= receipt.lines.reduce((total, line) => total + line.cents, 0);
      }
      expect(applied(books)).toBe(left);
      for (const { chargeId, billedCents } of standings) {
        const on = applied(books, (application) => application.chargeId === chargeId);
        expect(on).toBeGreaterThanOrEqual(0);
        expect(on).toBeLessThanOrEqual(billedCents);
      }
      for (const account of ['A', 'B', 'C']) {
        const credit = applied(books, (one) => one.chargeId === null && one.accountNumber === account);
        expect(credit).toBeGreaterThanOrEqual(0);
      }
    }),
  );
});

type Written = ReturnType<ReturnType<typeof openBooks>['written']>[number];

function applied(books: ReturnType<typeof openBooks>, which: (one: Written) => boolean = () => true): number {
  return books
    .written()
    .filter(which)
    .reduce((total, one) => total + one.cents, 0);
}
