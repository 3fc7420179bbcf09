import fc from 'fast-check';
import { cents, sum } from '#domain/money';
import { alikeIn, comparePasses, totalOf } from '#renderer/screens/count/checks';
import {
  blankCount,
  type CountAction,
  countNotYet,
  countOf,
  countReducer,
  isBlank,
} from '#renderer/screens/count/countForm';
import { wrongLeft } from '#renderer/screens/count/pile';

const done = (actions: CountAction[]) =>
  actions.reduce(countReducer, blankCount('8d5c2b0e-0000-4000-8000-000000000001'));

const check = (checkNumber: string, text: string): CountAction[] => [
  { did: 'typedEntry', pile: 'checks', field: 'number', text: checkNumber },
  { did: 'enteredNumber', pile: 'checks' },
  { did: 'typedEntry', pile: 'checks', field: 'first', text },
  { did: 'enteredAmount', pile: 'checks', pass: 1 },
];
const NO_CASH = { did: 'typedPieces', worth: 10_000, column: 'loose', text: '0' } as const;
const again = (text: string): CountAction[] => [
  { did: 'typedEntry', pile: 'checks', field: 'second', text },
  { did: 'enteredAmount', pile: 'checks', pass: 2 },
];

test('Enter goes down the column, and from the last coin to the terminal’s total', () => {
  expect(done([{ did: 'movedCell', worth: 10_000, column: 'loose', by: 1 }]).focus.on).toBe('loose-5000');
  expect(done([{ did: 'movedCell', worth: 1, column: 'bundled', by: 1 }]).focus.on).toBe('card');
});

test('straps and rolls are pieces too', () => {
  const form = done([
    { did: 'typedPieces', worth: 2_000, column: 'loose', text: '31' },
    { did: 'typedPieces', worth: 2_000, column: 'bundled', text: '1' },
    { did: 'typedPieces', worth: 25, column: 'bundled', text: '2' },
    { did: 'typedCard', text: '10' },
  ]);
  expect(countOf(form)).toEqual({
    cash: { '2000': 131, '25': 80 },
    checks: [],
    moneyOrders: [],
    cardTotalCents: 1_000,
  });
});

test('a check of the second pass that the first lacks shows at once and holds the count', () => {
  const form = done([...check('1187', '418.32'), ...again('418.23'), { did: 'typedCard', text: '0' }]);
  expect(comparePasses(form.piles.checks.first, form.piles.checks.second)).toMatchObject({
    known: [false],
    met: [false],
  });
  expect(countNotYet(form, 3)).toEqual({ why: 'Settle the check that is not in pass 1', place: 'checks-second' });
  const settled = [{ did: 'tookBackLast' } as const, ...again('418.32')].reduce(countReducer, form);
  expect(countNotYet(settled, 3)).toBeNull();
  expect(settled.focus.on).toBe('moneyOrders-number');
});

test('bug: an amount typed for the number of a check lost its point and became one: it goes where it belongs', () => {
  const typed = { did: 'typedEntry', pile: 'checks', field: 'number', text: '471.44' } as const;
  const moved = done([typed, { did: 'enteredNumber', pile: 'checks' }]);
  expect(moved.piles.checks.entry).toEqual({ number: '', first: '471.44', second: '' });
  expect(moved.focus.on).toBe('checks-number');
  const whole = [
    { ...typed, text: '1187' },
    { did: 'enteredNumber', pile: 'checks' } as const,
    { did: 'enteredAmount', pile: 'checks', pass: 1 } as const,
  ].reduce(countReducer, moved);
  expect(whole.piles.checks.first).toEqual([{ checkNumber: '1187', cents: 47_144 }]);
  // By Tab, too, it is no number.
  const tabbed = done([typed, { ...typed, field: 'first', text: '20' }]);
  const entered = countReducer(tabbed, { did: 'enteredAmount', pile: 'checks', pass: 1 });
  expect(entered.piles.checks.first).toEqual([]);
  expect(entered.focus.on).toBe('checks-number');
});

test('a check that is half entered holds the count', () => {
  const form = done([
    { did: 'typedEntry', pile: 'checks', field: 'number', text: '1187' },
    { did: 'typedCard', text: '0' },
  ]);
  expect(countNotYet(form, 1)?.place).toBe('checks-number');
});

describe('bug: a wrong amount of a check was refused without a word', () => {
  test.each([
    ['-5', 'An amount cannot be negative. Type it without the minus.'],
    ['12.655', 'An amount has at most two decimals. Type it again.'],
    ['411111111111111', 'The largest amount is 9,999,999.99. Check it.'],
    ['0', 'A paper in the pile is worth something. Read its amount again.'],
  ])('%s in either pass', (text, sentence) => {
    const first = done([...check('1187', text), { did: 'typedCard', text: '0' }]);
    expect(wrongLeft(first.piles.checks, 'first')).toBe(sentence);
    expect(first.focus.on).toBe('checks-first');
    expect(countNotYet(first, 1)).toEqual({ why: 'The amount of a check cannot be right', place: 'checks-first' });
    const second = done([...check('1187', '20'), ...again(text), { did: 'typedCard', text: '0' }]);
    expect(wrongLeft(second.piles.checks, 'second')).toBe(sentence);
    expect(second.focus.on).toBe('checks-second');
    expect(second.piles.checks.second).toEqual([]);
  });

  test('nothing is said while it is typed, and it is said when it is left by Tab', () => {
    const typing = done([{ did: 'typedEntry', pile: 'checks', field: 'first', text: '12.655' }]);
    expect(wrongLeft(typing.piles.checks, 'first')).toBeNull();
    // Ctrl+Enter sends the hand to where it is.
    const sent = countReducer(typing, { did: 'wentTo', place: 'checks-first' });
    expect(wrongLeft(sent.piles.checks, 'first')).toMatch(/^An amount has at most two decimals/);
    const left = countReducer(typing, { did: 'leftAmount', pile: 'checks', field: 'first' });
    expect(wrongLeft(left.piles.checks, 'first')).toMatch(/^An amount has at most two decimals/);
    expect(left.focus).toBe(typing.focus);
    const mended = countReducer(left, { did: 'typedEntry', pile: 'checks', field: 'first', text: '12.65' });
    expect(wrongLeft(mended.piles.checks, 'first')).toBeNull();
  });
});

test('bug: two checks of 60 billion turned the page white', () => {
  const enormous = '60000000000';
  const tooMuch = 'The largest amount is 9,999,999.99. Check it.';
  const first = done([...check('1', enormous), ...check('2', enormous)]);
  expect(first.piles.checks.first).toEqual([]);
  expect(wrongLeft(first.piles.checks, 'first')).toBe(tooMuch);
  expect(first.focus.on).toBe('checks-first');
  // The second pass takes any amount, so it is as much in danger.
  const second = done([...check('1', '1'), ...again(enormous), ...again(enormous)]);
  expect(second.piles.checks.second).toEqual([]);
  expect(wrongLeft(second.piles.checks, 'second')).toBe(tooMuch);
});

test('whatever is typed as amounts, both totals can be drawn', () => {
  const amounts = fc.array(fc.integer({ min: 1, max: 99_999_999_999 }), { maxLength: 8 });
  fc.assert(
    fc.property(amounts, amounts, (first, second) => {
      const form = done([
        ...first.flatMap((amount) => check('7', String(amount))),
        ...second.flatMap((amount) => again(String(amount))),
      ]);
      expect(() => [totalOf(form.piles.checks.first), sum(form.piles.checks.second)]).not.toThrow();
    }),
  );
});

test('what the station said of a count stays as the hand goes to it', () => {
  const refused = countReducer(done([]), {
    did: 'refused',
    trouble: { code: 'cannot_write', facts: {}, sentence: 'This computer’s disk cannot be written to.' },
  });
  const left = countReducer(refused, { did: 'leftAmount', pile: 'checks', field: 'second' });
  expect(left.trouble).toBe(refused.trouble);
});

test('bug: Enter led away from a card total that is no amount', () => {
  const form = done([{ did: 'typedCard', text: '12.655' }, { did: 'acceptedCard' }]);
  expect(form.focus.on).toBe('card');
  expect(countNotYet(form, 1)).toEqual({ why: 'The card total cannot be right', place: 'card' });
  expect(done([{ did: 'typedCard', text: '12.65' }, { did: 'acceptedCard' }]).focus.on).toBe('checks-number');
});

test('the terminal’s total must be typed where a receipt was issued, and need not be where none was', () => {
  expect(countNotYet(done([NO_CASH]), 1)?.place).toBe('card');
  expect(countNotYet(done([NO_CASH]), 0)).toBeNull();
});

test('bug: one key submitted a count that nobody had typed anything in', () => {
  const blank = { why: 'Count the cash: type 0 where there is none', place: 'loose-10000' };
  expect(countNotYet(done([]), 3)).toEqual(blank);
  expect(countNotYet(done([]), 0)).toEqual(blank);
  expect(countNotYet(done([{ ...NO_CASH, text: ' ' }]), 0)).toEqual(blank);
  expect(countNotYet(done([NO_CASH, { ...NO_CASH, text: '' }]), 0)).toEqual(blank);
  // A drawer without activity closes on a single 0; so does a count of which only the card total is typed.
  expect(countNotYet(done([NO_CASH]), 0)).toBeNull();
  expect(countNotYet(done([{ did: 'typedCard', text: '0' }]), 3)).toBeNull();
  expect(countOf(done([NO_CASH])).cash).toEqual({});
});

test('leaving an untouched count loses nothing', () => {
  expect(isBlank(done([]))).toBe(true);
  expect(isBlank(done([{ did: 'typedPieces', worth: 1, column: 'loose', text: '1' }]))).toBe(false);
});

test('two passes over one pile agree in any order, and never when a check is left out', () => {
  const pile = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(pile, fc.infiniteStream(fc.nat()), (amounts, order) => {
      const first = amounts.map((amount, at) => ({ checkNumber: String(at), cents: cents(amount) }));
      const keyed = amounts.map((amount) => ({ amount: cents(amount), key: order.next().value ?? 0 }));
      const second = keyed.sort((left, right) => left.key - right.key).map(({ amount }) => amount);
      expect(comparePasses(first, second)).toMatchObject({ toEnter: 0, toSettle: 0 });
      expect(comparePasses(first, second.slice(1)).toEnter).toBe(1);
    }),
  );
});

describe('money orders', () => {
  const order = (serial: string, text: string): CountAction[] => [
    { did: 'typedEntry', pile: 'moneyOrders', field: 'number', text: serial },
    { did: 'enteredNumber', pile: 'moneyOrders' },
    { did: 'typedEntry', pile: 'moneyOrders', field: 'first', text },
    { did: 'enteredAmount', pile: 'moneyOrders', pass: 1 },
  ];
  const orderAgain = (text: string): CountAction[] => [
    { did: 'typedEntry', pile: 'moneyOrders', field: 'second', text },
    { did: 'enteredAmount', pile: 'moneyOrders', pass: 2 },
  ];
  const NO_CARD: CountAction = { did: 'typedCard', text: '0' };

  test('are a pile of their own, by serial and amount, in two passes', () => {
    const form = done([...check('1187', '418.22'), ...again('418.22'), ...order('27155478432', '86.40'), NO_CARD]);
    expect(countNotYet(form, 3)).toEqual({ why: 'Enter 1 money order again in pass 2', place: 'moneyOrders-second' });
    const whole = orderAgain('86.40').reduce(countReducer, form);
    expect(whole.focus.on).toBe('primary');
    expect(countNotYet(whole, 3)).toBeNull();
    expect(countOf(whole)).toMatchObject({
      checks: [{ checkNumber: '1187', cents: 41_822 }],
      moneyOrders: [{ checkNumber: '27155478432', cents: 8_640 }],
    });
  });

  test('a check never settles a money order of the same amount', () => {
    const form = done([...order('1', '86.40'), ...check('2', '86.40'), ...again('86.40'), NO_CARD]);
    expect(countNotYet(form, 2)?.place).toBe('moneyOrders-second');
  });

  test('Enter without a number goes from an empty pile to the next, and from the last to the button', () => {
    const past = (pile: 'checks' | 'moneyOrders'): CountAction => ({ did: 'enteredNumber', pile });
    expect(done([{ did: 'acceptedCard' }]).focus.on).toBe('checks-number');
    expect(done([past('checks')]).focus.on).toBe('moneyOrders-number');
    expect(done([past('checks'), past('moneyOrders')]).focus.on).toBe('primary');
  });

  test('what is taken back is of the pile that the hand is in', () => {
    const form = done([...order('1', '86.40'), ...check('2', '20'), { did: 'tookBackLast' }]);
    expect(form.piles.checks.first).toEqual([]);
    expect(form.piles.moneyOrders.first).toHaveLength(1);
    const none = done([...order('1', '86.40'), { did: 'wentTo', place: 'card' }, { did: 'tookBackLast' }]);
    expect(none.piles.moneyOrders.first).toEqual([]);
  });
});

test('bug: a check entered twice was taken unremarked', () => {
  const of = (checkNumber: string, amount: number) => ({ checkNumber, cents: cents(amount) });
  expect(alikeIn([of('5120', 8_640), of('5121', 8_640), of('5120', 100)])).toBeNull();
  expect(alikeIn([of('5120', 8_640), of('5121', 100), of('5120', 8_640)])).toEqual({
    places: [0, 2],
    paper: of('5120', 8_640),
  });
});
