import fc from 'fast-check';
import type { BankAccount } from '#domain/bankAccount';
import type { DepositCheck } from '#domain/deposit';
import { cashRouted, fitted, papersParted, papersRouted } from '#domain/depositRouting';
import { cents } from '#domain/money';

const account = (name: string, funds?: string[]): BankAccount => ({
  ...{ account: name, name, lastFour: '0917', tenders: ['cash', 'check', 'money-order'] },
  ...(funds ? { funds } : {}),
});
const ACCOUNTS = [account('capital', ['402', '403']), account('rest'), account('storm', ['404'])];
const share = (fund: string, amount: number) => ({ fund, cents: amount });
const inShort = (parts: ReturnType<typeof cashRouted>) =>
  parts.map((part) =>
    [part.account, part.cents, ...(part.funds ?? []).map((one) => `${one.fund}=${one.cents}`)].join(' '),
  );

describe('the cash of a batch', () => {
  const paid = [share('401', 5_000), share('402', 3_000), share('403', 1_000), share('404', 2_000)];

  test('goes by what it paid, and all that is of no account’s funds to the one for the rest', () => {
    expect(inShort(cashRouted(ACCOUNTS, cents(11_000), paid, []))).toEqual([
      ...['capital 4000 402=3000 403=1000', 'storm 2000 404=2000', 'rest 5000'],
    ]);
  });

  test('over or short is the rest’s, whatever the funds', () => {
    expect(inShort(cashRouted(ACCOUNTS, cents(11_010), paid, []))).toContain('rest 5010');
    expect(inShort(cashRouted(ACCOUNTS, cents(6_400), paid, []))).toContain('rest 400');
  });

  test('short by more than the rest has, is taken from the largest share, and none is below zero', () => {
    expect(inShort(cashRouted(ACCOUNTS, cents(5_500), paid, []))).toEqual([
      ...['capital 3500 402=2500 403=1000', 'storm 2000 404=2000'],
    ]);
    expect(inShort(cashRouted(ACCOUNTS, cents(100), paid, []))).toEqual(['storm 100 404=100']);
  });

  test('given back of a fund beyond what came in is borne by the rest', () => {
    expect(inShort(cashRouted(ACCOUNTS, cents(4_000), [share('401', 5_000), share('404', -1_000)], []))).toEqual([
      'rest 4000',
    ]);
  });

  test('in a deposit already is not asked for again, in whatever order accounts have theirs', () => {
    const taken = [{ account: 'capital', cents: 4_000 }];
    expect(inShort(cashRouted(ACCOUNTS, cents(7_000), paid, taken))).toEqual(['storm 2000 404=2000', 'rest 5000']);
    const rest = [...taken, { account: 'rest', cents: 5_000 }];
    expect(inShort(cashRouted(ACCOUNTS, cents(2_000), paid, rest))).toEqual(['storm 2000 404=2000']);
    const whole = [{ account: 'before', cents: 10_000 }];
    expect(inShort(cashRouted(ACCOUNTS, cents(1_000), paid, whole))).toEqual(['storm 1000 404=1000']);
  });
});

describe('papers', () => {
  const paper = (checkNumber: string, amount: number): DepositCheck => ({
    ...{ batch: 'W3-B0001', tender: 'check', checkNumber, cents: amount },
  });
  const known = [
    { ...paper('1010', 100), funds: [share('402', 60), share('403', 40)] },
    { ...paper('1011', 200), funds: [share('401', 120), share('402', 80)] },
    { ...paper('1012', 300), funds: [share('401', 300)] },
    { ...paper('1013', 400), funds: [share('404', 400)] },
    { ...paper('1014', 500), funds: [share('402', 1), share('404', 499)] },
  ];
  const papers = [...known.map(({ funds: _, ...one }) => one), paper('9999', 600)];

  test('are never split: one goes to the account of all that it paid, or to the one for the rest', () => {
    const routed = papersRouted(ACCOUNTS, papers, known, false);
    expect(routed.map((one) => one.account)).toEqual(['capital', 'rest', 'rest', 'storm', 'rest', 'rest']);
    expect(inShort(papersParted(ACCOUNTS, 'check', cents(2_100), routed))).toEqual([
      ...['capital 100 402=60 403=40', 'storm 400 404=400', 'rest 1600'],
    ]);
  });

  test('of the same number and amount are each found once, and zeros before a number do not matter', () => {
    const twice = [paper('0001013', 400), paper('1013', 400)];
    expect(papersRouted(ACCOUNTS, twice, known, false).map((one) => one.account)).toEqual(['storm', 'rest']);
  });

  test('settled at another amount than was counted go to the account for the rest: nobody knows which they are', () => {
    const routed = papersRouted(ACCOUNTS, papers, known, true);
    expect(new Set(routed.map((one) => one.account))).toEqual(new Set(['rest']));
  });
});

const funds = ['401', '402', '403', '404', '405'];
const Amount = fc.integer({ min: 0, max: 1_000_000 });
const Signed = fc.integer({ min: -100_000, max: 1_000_000 });
/** Any accounts: some funds of each of some, and one for the rest. */
const Accounts = fc.shuffledSubarray(funds).chain((chosen) =>
  fc.array(fc.integer({ min: 0, max: 2 }), { minLength: chosen.length, maxLength: chosen.length }).map((at) => {
    const byFund = [0, 1, 2].map((place) => chosen.filter((_, one) => at[one] === place));
    return [...byFund.flatMap((own, place) => (own.length > 0 ? [account(`by-${place}`, own)] : [])), account('rest')];
  }),
);
const Paid = fc.array(fc.record({ fund: fc.constantFrom(...funds), cents: Signed }), { maxLength: 12 });

function mustBeWhole(parts: ReturnType<typeof cashRouted>, held: number): void {
  expect(parts.reduce((total, part) => total + part.cents, 0)).toBe(held);
  for (const part of parts) {
    expect(part.cents).toBeGreaterThan(0);
    expect(part.funds === undefined).toBe(part.account === 'rest');
    const told = part.funds ?? [share('', part.cents)];
    expect(told.reduce((total, one) => total + one.cents, 0)).toBe(part.cents);
    expect(told.every((one) => one.cents > 0)).toBe(true);
  }
}

test('whatever was paid, held and taken, the parts of cash come to what is held, and none is below zero', () => {
  const Taken = fc.array(fc.record({ account: fc.constantFrom('by-0', 'by-1', 'rest', 'gone'), cents: Amount }));
  fc.assert(
    fc.property(Accounts, Amount, Paid, Taken, (accounts, held, paid, taken) => {
      mustBeWhole(cashRouted(accounts, cents(held), paid, taken), held);
    }),
  );
});

test('accounts that have theirs one after the other, in any order, have in the end what they would have had at once', () => {
  fc.assert(
    fc.property(Accounts, Amount, Paid, fc.infiniteStream(fc.nat()), (accounts, held, paid, turns) => {
      const atOnce = cashRouted(accounts, cents(held), paid, []);
      const taken: { account: string; cents: number }[] = [];
      let left = held;
      while (left > 0) {
        const parts = cashRouted(accounts, cents(left), paid, taken);
        const [turn = 0] = [...turns.take(1)];
        const { account: of = '', cents: part = cents(0) } = parts[turn % parts.length] ?? {};
        taken.push({ account: of, cents: part });
        left -= part;
      }
      const had = (all: readonly { account: string; cents: number }[]) =>
        Object.fromEntries(all.map((one) => [one.account, one.cents]));
      expect(had(taken)).toEqual(had(atOnce));
    }),
  );
});

test('whatever papers there are, the parts come to what is held, and each paper goes to one account', () => {
  const Papers = fc.array(fc.record({ cents: fc.integer({ min: 1, max: 100_000 }), known: fc.boolean(), paid: Paid }));
  fc.assert(
    fc.property(Accounts, Papers, fc.integer({ min: -50_000, max: 50_000 }), (accounts, all, settled) => {
      const papers = all.map(
        (one, place): DepositCheck => ({
          ...{ batch: 'W3-B0001', tender: 'check', checkNumber: String(place), cents: one.cents },
        }),
      );
      const known = all.flatMap((one, place) => {
        const paper = papers[place];
        if (!paper || !one.known) return [];
        const shares = one.paid.filter((paid) => paid.cents > 0);
        return shares.length > 0 ? [{ ...paper, funds: fitted(shares, cents(one.cents)) }] : [];
      });
      const told = papers.reduce((total, paper) => total + paper.cents, 0);
      const held = cents(Math.max(0, told + settled));
      const routed = papersRouted(accounts, papers, known, held !== told);
      expect(routed).toHaveLength(papers.length);
      mustBeWhole(papersParted(accounts, 'check', held, routed), held);
    }),
  );
});

test('shares brought to another total come to it, and the largest bears the difference', () => {
  expect(fitted([share('401', 500), share('402', 300)], cents(600))).toEqual([share('401', 300), share('402', 300)]);
  expect(fitted([share('401', 500), share('402', 300)], cents(900))).toEqual([share('401', 600), share('402', 300)]);
  expect(fitted([share('401', 500)], cents(0))).toEqual([]);
});
