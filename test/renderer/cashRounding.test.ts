import fc from 'fast-check';
import { cents, sum } from '#domain/money';
import { nearestFive } from '#domain/settlement';
import { blankForm, type CounterAction, type CounterForm, counterReducer } from '#renderer/screens/counter/counterForm';
import { dueOf, exactFor, offeredOf, settlementOf } from '#renderer/screens/counter/counterMoney';
import { draftOf } from '#renderer/screens/counter/draft';
import { createForms } from '#renderer/screens/counter/forms';
import { notYet } from '#renderer/screens/counter/notYet';
import { paymentOf } from '#renderer/screens/counter/payment';
import { accountView, chargeView } from '#test/support/accountViews';

/* Cash rounded to five cents, as the counter shows it (rules.md, SHB 2334). */

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const owing = (openCents: number, more = {}) => accountView('40-11872-03', [chargeView(1, 'service', openCents)], more);
const run = (form: CounterForm, ...actions: CounterAction[]) => actions.reduce(counterReducer, form);
const rounding = (openCents: number, ...actions: CounterAction[]) =>
  run(blankForm(ID, 'nearest-five'), { did: 'addedAccount', account: owing(openCents) }, ...actions);
const cash = (text: string): CounterAction => ({ did: 'typedCash', text });
const ENTER: CounterAction = { did: 'acceptedCash' };
const check = (amount: string): CounterAction[] => [
  { did: 'addedTender', kind: 'check' },
  { did: 'typedTender', tender: 0, field: 'text', text: amount },
  { did: 'typedTender', tender: 0, field: 'checkNumber', text: '1187' },
  { did: 'typedTender', tender: 0, field: 'routing', text: '021000021' },
  { did: 'typedTender', tender: 0, field: 'bankAccount', text: '4455667' },
];

test('Enter takes the rounded amount, and what is due stays exact', () => {
  const form = rounding(8_642, ENTER);
  expect(form).toMatchObject({ cash: '86.40', focus: { on: 'primary' } });
  expect(dueOf(form)).toBe(8_642);
  expect(settlementOf(form)).toMatchObject({ roundingCents: -2, missingCents: 0, changeCents: 0 });
  expect(notYet(form)).toBeNull();
  expect(paymentOf(form, 'W3-D0001').tenders).toEqual([{ kind: 'cash', cents: 8_640 }]);
});

test('the exact coins stay acceptable (F50)', () => {
  expect(settlementOf(rounding(231, cash('2.31')))).toMatchObject({
    roundingCents: 0,
    changeCents: 0,
    missingCents: 0,
  });
});

test('change and the draft of the slip follow the rounded amount', () => {
  const form = rounding(8_643, cash('100'));
  expect(settlementOf(form)).toMatchObject({ roundingCents: 2, changeCents: 1_355 });
  expect(draftOf(form, 'W3-D0001')).toMatchObject({
    tenders: [{ kind: 'cash', cents: 8_645, tenderedCents: 10_000, roundingCents: 2 }],
    changeCents: 1_355,
    roundingCents: 2,
  });
});

test('beside a check only the cash is rounded, once (F49)', () => {
  const form = rounding(1_291, ...check('10'));
  expect(exactFor(form, 'cash')).toBe(290);
  expect(exactFor(form, 0)).toBe(1_291);
  expect(settlementOf(run(form, ENTER))).toMatchObject({ roundingCents: -1, missingCents: 0, kept: [1_000, 290] });
});

test.each<[string, CounterForm]>([
  ['a part', rounding(8_642, { did: 'typedLine', line: 0, field: 'text', text: '50.03' })],
  ['beyond what is due', rounding(8_642, { did: 'typedLine', line: 0, field: 'text', text: '90.03' })],
  [
    'what is left after credit',
    run(blankForm(ID, 'nearest-five'), { did: 'addedAccount', account: owing(8_642, { unappliedCents: 2_001 }) }),
  ],
])('%s is never rounded: the payer chose it', (_, form) => {
  expect(exactFor(form, 'cash')).toBe(dueOf(form));
  expect(settlementOf(run(form, ENTER)).roundingCents).toBe(0);
});

test('one charge chosen whole is all that is due of it', () => {
  const two = accountView('40-11872-03', [chargeView(1, 'penalty', 1_501), chargeView(2, 'service', 8_642)]);
  const form = run(blankForm(ID, 'nearest-five'), { did: 'addedAccount', account: two, chargeId: 2 });
  expect(exactFor(form, 'cash')).toBe(8_640);
});

test('a payment begun before the station has said how it rounds follows at the next key', () => {
  let policy: 'exact' | 'nearest-five' = 'exact';
  const form = createForms(
    () => ID,
    () => policy,
  ).of('W3-D0001');
  form.send({ did: 'addedAccount', account: owing(8_642) });
  expect(exactFor(form.read(), 'cash')).toBe(8_642);
  policy = 'nearest-five';
  form.send(ENTER);
  expect(form.read().cash).toBe('86.40');
  form.send({ did: 'emptied', commandId: ID });
  expect(form.read().cashRounding).toBe('nearest-five');
});

test('for every ending and every tender the hint settles the receipt, and tenders less change less rounding are the lines', () => {
  const tried = fc.record({ due: fc.integer({ min: 1, max: 50_000 }), part: fc.integer({ min: 0, max: 50_000 }) });
  fc.assert(
    fc.property(tried, ({ due, part }) => {
      const beside = part > 0 && part < due ? check((part / 100).toFixed(2)) : [];
      const form = run(rounding(due, ...beside), ENTER);
      const settled = settlementOf(form);
      expect(notYet(form)).toBeNull();
      expect(sum(settled.kept)).toBe(sum([cents(due), settled.roundingCents]));
      expect(sum(offeredOf(form).map((tender) => tender.cents))).toBe(sum(settled.kept));
      const left = beside.length > 0 ? due - part : due;
      expect(exactFor(form, 'cash')).toBe(nearestFive(cents(left)) || left);
    }),
  );
});
