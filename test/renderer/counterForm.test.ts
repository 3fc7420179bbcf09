import type { AccountView } from '#contract/shapes';
import { readAmount } from '#domain/amountEntry';
import type { Trouble } from '#renderer/refusal';
import { blankForm, type CounterAction, counterReducer } from '#renderer/screens/counter/counterForm';
import { dueOf, settlementOf } from '#renderer/screens/counter/counterMoney';
import { draftOf } from '#renderer/screens/counter/draft';
import { notYet } from '#renderer/screens/counter/notYet';
import { paymentOf } from '#renderer/screens/counter/payment';
import { accountView, chargeView } from '#test/support/accountViews';

const ID = '8d5c2b0e-0000-4000-8000-000000000001';

const HALE = accountView('40-11872-03', [chargeView(1, 'penalty', 1_500), chargeView(2, 'service', 8_640)]);
const PARK = accountView('40-10000-01', [chargeView(3, 'service', 8_640)]);

const done = (...actions: CounterAction[]) => actions.reduce(counterReducer, blankForm(ID));
const adds = (view: AccountView, chargeId?: number): CounterAction => ({
  did: 'addedAccount',
  account: view,
  ...(chargeId === undefined ? {} : { chargeId }),
});
const checkOf = (text: string): CounterAction[] => [
  { did: 'addedTender', kind: 'check' },
  { did: 'typedTender', tender: 0, field: 'text', text },
  { did: 'typedTender', tender: 0, field: 'checkNumber', text: '1187' },
  { did: 'typedTender', tender: 0, field: 'routing', text: '021000021' },
  { did: 'typedTender', tender: 0, field: 'bankAccount', text: '4455667' },
];

test('an account comes with all it owes, and the hand goes to the cash', () => {
  const form = done({ did: 'searched', text: 'hale' }, adds(HALE));
  expect(form).toMatchObject({ search: '', focus: { on: 'cash' } });
  expect(form.lines[0]?.text).toBe('101.40');
  expect(dueOf(form)).toBe(10_140);
});

test('an account is on a receipt once: found again, its amount is what to change', () => {
  const form = done(adds(HALE), adds(HALE));
  expect(form.lines).toHaveLength(1);
  expect(form.focus.on).toBe('line-0-text');
});

test('a supervisor who looked up from the PIN goes on with it', () => {
  const asked = done(adds(HALE), { did: 'typedCash', text: '101.40' }, { did: 'acceptedCash' });
  expect(asked.focus.on).toBe('primary');
  const atPin = counterReducer(asked, { did: 'wentTo', place: 'approvalPin' });
  const kept = counterReducer(counterReducer(atPin, { did: 'wentBack' }), { did: 'keptTyping' });
  expect(kept).toMatchObject({ asking: null, focus: { on: 'approvalPin' } });
  const unasked = counterReducer(counterReducer(asked, { did: 'wentBack' }), { did: 'keptTyping' });
  expect(unasked.focus.on).toBe('primary');
});

test('one charge only, then another of the same account', () => {
  const one = done(adds(HALE, 2));
  expect(one.lines[0]).toMatchObject({ named: [{ chargeId: 2, text: '86.40' }] });
  const two = counterReducer(one, adds(HALE, 1));
  expect(dueOf(two)).toBe(10_140);
  expect(paymentOf(two, 'W3-D0001').lines[0]).toMatchObject({
    namedWhy: 'payer_named',
    charges: [
      { chargeId: 1, cents: 1_500 },
      { chargeId: 2, cents: 8_640 },
    ],
  });
});

test('more than the named charges are open for is told, not sent', () => {
  const form = done(adds(HALE, 2), { did: 'typedLine', line: 0, field: 'charge-2', text: '90' });
  expect(notYet(form)).toMatchObject({ place: 'line-0-charge-2' });
});

test('an account that owes nothing asks how much', () => {
  expect(done(adds(accountView('40-1', []))).focus.on).toBe('line-0-text');
});

test('Enter in an empty tender is the exact amount, and the hand goes to the button', () => {
  const form = done(adds(HALE), { did: 'acceptedCash' });
  expect(form).toMatchObject({ cash: '101.40', focus: { on: 'primary' } });
});

test('a check first, the rest in cash with change: the check is never the change', () => {
  const form = done(adds(HALE), ...checkOf('60'), { did: 'typedCash', text: '20+20+20' });
  expect(settlementOf(form)).toMatchObject({ missingCents: 0, changeCents: 1_860, surplusCents: 0 });
  expect(notYet(form)).toBeNull();
  expect(paymentOf(form, 'W3-D0001')).toEqual({
    commandId: ID,
    drawer: 'W3-D0001',
    lines: [{ kind: 'account', accountNumber: '40-11872-03', cents: 10_140 }],
    tenders: [
      { kind: 'check', form: 'check', cents: 6_000, checkNumber: '1187', routing: '021000021', bankAccount: '4455667' },
      { kind: 'cash', cents: 6_000 },
    ],
  });
});

type TenderField = Extract<CounterAction, { did: 'acceptedTender' }>['field'];
const typed = (field: TenderField, text: string): CounterAction => ({ did: 'typedTender', tender: 0, field, text });
const accepted = (field: TenderField): CounterAction => ({ did: 'acceptedTender', tender: 0, field });
const CHECK: CounterAction = { did: 'addedTender', kind: 'check' };
const CARD: CounterAction = { did: 'addedTender', kind: 'card' };

test('Enter walks through a check, an empty amount takes what is missing, and at the end it folds', () => {
  const begun = done(adds(HALE), CHECK, accepted('text'));
  expect(begun.tenders[0]?.text).toBe('101.40');
  expect(begun.focus.on).toBe('tender-0-checkNumber');
  const ended = [
    typed('checkNumber', '1187'),
    accepted('checkNumber'),
    typed('routing', '021000021'),
    accepted('routing'),
    typed('bankAccount', '4455667'),
    accepted('bankAccount'),
  ].reduce(counterReducer, begun);
  expect(ended).toMatchObject({ opened: null, trouble: null, focus: { on: 'primary' } });
});

describe('a tender that is wrong or not complete stays open, with the hand on what is wrong and why beside it', () => {
  const whole = (routing: string) => [adds(HALE), ...checkOf('60'), typed('routing', routing)];
  test.each<[string, CounterAction[], string, RegExp]>([
    ['a wrong routing digit', [...whole('021000022'), accepted('routing')], 'tender-0-routing', /check digit is wrong/],
    [
      '… left by its last field',
      [...whole('021000022'), accepted('bankAccount')],
      'tender-0-routing',
      /check digit is wrong/,
    ],
    ['… and F3', [...whole('021000022'), CHECK], 'tender-0-routing', /check digit is wrong/],
    ['… and F4', [...whole('021000022'), CARD], 'tender-0-routing', /check digit is wrong/],
    ['a routing number too short', [...whole('02100'), accepted('routing')], 'tender-0-routing', /nine-digit/],
    [
      'a check without its number',
      [adds(HALE), CHECK, accepted('text'), accepted('checkNumber')],
      'tender-0-checkNumber',
      /^Type the check’s number\.$/,
    ],
    [
      'a card without its last four',
      [adds(HALE), CARD, accepted('text'), accepted('brand'), accepted('lastFour')],
      'tender-0-lastFour',
      /^Type the card’s last four digits\.$/,
    ],
    [
      'a card with a whole number',
      [adds(HALE), CARD, accepted('text'), typed('lastFour', '4111111111111111'), accepted('lastFour')],
      'tender-0-lastFour',
      /^Only the last four digits\./,
    ],
    [
      'an amount with three decimals',
      [adds(HALE), CHECK, typed('text', '12.655'), accepted('text')],
      'tender-0-text',
      /at most two decimals/,
    ],
    [
      'what the station refused',
      [
        adds(HALE),
        ...checkOf('101.40'),
        { did: 'refused', trouble: { code: 'routing_wrong', facts: {}, sentence: 'That routing number is wrong.' } },
        accepted('bankAccount'),
      ],
      'tender-0-routing',
      /^That routing number is wrong\.$/,
    ],
  ])('%s', (_, actions, place, sentence) => {
    const form = done(...actions);
    expect(form).toMatchObject({ opened: 0, focus: { on: place }, trouble: { under: place } });
    expect(form.trouble?.sentence).toMatch(sentence);
    expect(form.tenders).toHaveLength(1);
  });

  test('another that is folded does not open over it', () => {
    const form = done(adds(HALE), ...checkOf('60'), accepted('bankAccount'), CARD, {
      did: 'typedTender',
      tender: 1,
      field: 'text',
      text: '20',
    });
    expect(counterReducer(form, { did: 'openedTender', tender: 0 })).toMatchObject({
      opened: 1,
      focus: { on: 'tender-1-lastFour' },
    });
  });

  test('Esc asks before it goes, and it goes alone', () => {
    const asked = done(...whole('021000022'), { did: 'wentBack' });
    expect(asked).toMatchObject({ asking: 'tender', opened: 0 });
    const kept = counterReducer(asked, { did: 'keptTyping' });
    expect(kept).toMatchObject({ asking: null, opened: 0, focus: { on: 'tender-0-routing' } });
    const gone = counterReducer(asked, { did: 'removedTender', tender: 0 });
    expect(gone).toMatchObject({ asking: null, tenders: [], lines: [{ text: '101.40' }] });
  });

  test('a blank one gives way to the tender that was meant', () => {
    expect(done(adds(HALE), CHECK, CARD).tenders).toMatchObject([{ kind: 'card' }]);
    expect(done(adds(HALE), CHECK, { did: 'openedCash' })).toMatchObject({ tenders: [], focus: { on: 'cash' } });
  });
});

test.each<[string, CounterAction[], string, RegExp]>([
  [
    'three decimals of a line',
    [
      { did: 'typedLine', line: 0, field: 'text', text: '12.655' },
      { did: 'acceptedLine', line: 0, field: 'text' },
    ],
    'line-0-text',
    /at most two decimals/,
  ],
  [
    'a line without an amount',
    [
      { did: 'typedLine', line: 0, field: 'text', text: '' },
      { did: 'acceptedLine', line: 0, field: 'text' },
    ],
    'line-0-text',
    /^Type how much for 40-11872-03\.$/,
  ],
  [
    'three decimals of cash',
    [{ did: 'typedCash', text: '12.655' }, { did: 'acceptedCash' }],
    'cash',
    /at most two decimals/,
  ],
])('Enter goes nowhere from %s', (_, actions, place, sentence) => {
  const form = done(adds(HALE), ...actions);
  expect(form).toMatchObject({ focus: { on: place }, trouble: { under: place } });
  expect(form.trouble?.sentence).toMatch(sentence);
});

test.each<[string, CounterAction[], string]>([
  ['nothing to pay for', [], 'search'],
  [
    'an amount that cannot be read',
    [adds(HALE), { did: 'typedLine', line: 0, field: 'text', text: '12.655' }],
    'line-0-text',
  ],
  ['no amount', [adds(HALE), { did: 'typedLine', line: 0, field: 'text', text: '' }], 'line-0-text'],
  [
    'a check without its number',
    [adds(HALE), { did: 'addedTender', kind: 'check' }, { did: 'acceptedTender', tender: 0, field: 'text' }],
    'tender-0-checkNumber',
  ],
  [
    'a routing number with a wrong check digit',
    [adds(HALE), ...checkOf('101.40'), { did: 'typedTender', tender: 0, field: 'routing', text: '021000022' }],
    'tender-0-routing',
  ],
  ['too little', [adds(HALE), { did: 'typedCash', text: '100' }], 'cash'],
  ['a check that is too large', [adds(HALE), ...checkOf('200')], 'tender-0-text'],
  ['cash that nobody needs', [adds(HALE), ...checkOf('101.40'), { did: 'typedCash', text: '5' }], 'cash'],
])('not ready: %s', (_, actions, place) => {
  expect(notYet(done(...actions))?.place).toBe(place);
});

test.each<[Partial<Trouble>, string]>([
  [{ code: 'tender_short' }, 'cash'],
  [{ code: 'account_unknown', facts: { accountNumber: '40-10000-01' } }, 'line-1-text'],
  [{ code: 'charge_not_open', facts: { accountNumber: '40-11872-03' } }, 'line-0-text'],
  [{ code: 'change_from_check' }, 'tender-0-text'],
  [{ code: 'routing_wrong' }, 'tender-0-routing'],
  [{ code: 'bad_input', facts: { field: 'tenders 1 bankAccount' } }, 'tender-0-bankAccount'],
  [{ code: 'check_twice', facts: { checkNumber: '1187', field: 'tenders 1 checkNumber' } }, 'tender-0-checkNumber'],
  [{ code: 'bad_input', facts: { field: 'tenders 2 cents' } }, 'cash'],
  [{ code: 'card_number_in_text', facts: { field: 'payer' } }, 'payer'],
  [{ code: 'drawer_counting' }, 'primary'],
  [{ code: null }, 'primary'],
])('the refusal %j stands under %s, with the hand on it', (trouble, place) => {
  const form = done(
    adds(HALE),
    adds(PARK),
    ...checkOf('60'),
    { did: 'sent' },
    {
      did: 'refused',
      trouble: { code: null, facts: {}, sentence: 'No.', ...trouble },
    },
  );
  expect(form).toMatchObject({ busy: false, trouble: { under: place, sentence: 'No.' }, focus: { on: place } });
});

test('Esc goes back one step, and never loses typed money without asking', () => {
  const back: CounterAction = { did: 'wentBack' };
  expect(done({ did: 'searched', text: 'hale' }, back)).toMatchObject({ search: '', asking: null });
  expect(done(adds(HALE), { did: 'addedTender', kind: 'check' }, back).tenders).toEqual([]);
  expect(done(adds(HALE), { did: 'typedCash', text: '80' }, back)).toMatchObject({ asking: 'payment', cash: '80' });
  expect(done(back)).toMatchObject({ asking: null });
});

test('an emptied form is another intention with another id', () => {
  const other = '8d5c2b0e-0000-4000-8000-000000000002';
  expect(done(adds(HALE), { did: 'emptied', commandId: other })).toMatchObject({ commandId: other, lines: [] });
});

test('the draft of the slip spreads a part payment as the policy will', () => {
  const form = done(
    adds(HALE),
    { did: 'typedLine', line: 0, field: 'text', text: '20' },
    { did: 'typedCash', text: '50' },
  );
  expect(readAmount('20')).toMatchObject({ amount: 2_000 });
  expect(draftOf(form, 'W3-D0001')).toMatchObject({
    lines: [
      {
        cents: 2_000,
        charges: [
          { chargeId: 1, cents: 1_500 },
          { chargeId: 2, cents: 500 },
        ],
        unappliedCents: 0,
      },
    ],
    tenders: [{ kind: 'cash', cents: 2_000, tenderedCents: 5_000 }],
    changeCents: 3_000,
    payer: 'Hale, Dorothea',
  });
});

test('what is over becomes credit', () => {
  const form = done(adds(PARK), { did: 'typedLine', line: 0, field: 'text', text: '100' });
  expect(draftOf(form, 'W3-D0001').lines[0]).toMatchObject({ unappliedCents: 1_360 });
});

test('a warning is seen by pressing again, and to be seen anew after any change', () => {
  const seen = {
    code: 'check_seen',
    facts: {},
    sentence: 'Check № 1187 was taken before, on receipt W3-000001.',
  } as const;
  const typed = done(adds(HALE), { did: 'typedCash', text: '101.40' });
  const warned = counterReducer(typed, { did: 'refused', trouble: seen });
  expect(warned).toMatchObject({ trouble: { under: 'primary', sentence: seen.sentence } });
  expect(paymentOf(warned, 'W3-D0001')).toMatchObject({ noted: ['check_seen'] });
  const changed = counterReducer(warned, { did: 'typedCash', text: '105.00' });
  expect(paymentOf(changed, 'W3-D0001')).not.toHaveProperty('noted');
});

test('much cash of nobody opens the field of the payer, with what is wrong under it', () => {
  const sentence = 'So much cash needs a name. Say who pays (F7).';
  const form = done({ did: 'refused', trouble: { code: 'payer_needed', facts: {}, sentence } });
  expect(form).toMatchObject({ payer: '', focus: { on: 'payer' }, trouble: { under: 'payer', sentence } });
});
