import fc from 'fast-check';
import type { Policy } from '#domain/district';
import { cents, sum } from '#domain/money';
import type { Trouble } from '#renderer/refusal';
import { blankForm, type CounterAction, type CounterForm, counterReducer } from '#renderer/screens/counter/counterForm';
import { dueOf } from '#renderer/screens/counter/counterMoney';
import { draftOf } from '#renderer/screens/counter/draft';
import { placesFound } from '#renderer/screens/counter/lines/chartPlaces';
import { feeShares, newFeeLine, type OfferedType, priceWords } from '#renderer/screens/counter/lines/feeLine';
import { type LineField, resumedLine, rulesOfLine } from '#renderer/screens/counter/lines/lineForm';
import { openedLine } from '#renderer/screens/counter/lines/lineReducer';
import { priceOffered, typesFound } from '#renderer/screens/counter/lines/typesFound';
import { notYet } from '#renderer/screens/counter/notYet';
import { paymentOf } from '#renderer/screens/counter/payment';
import { accountView, chargeView } from '../support/accountViews.ts';
import { POLICY } from '../support/quarryBay.ts';

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const HALE = accountView('40-11872-03', [chargeView(1, 'penalty', 1_500), chargeView(2, 'service', 8_640)]);
const PLAN = accountView('40-12093-01', [
  chargeView(5, 'contract', 6_250),
  chargeView(6, 'contract', 6_250),
  chargeView(7, 'service', 8_640),
]);

/** A type of the sample district as the counter is offered it. */
function offered(code: string, types: Policy['receiptTypes'] = POLICY.receiptTypes): OfferedType {
  const { prices, ...type } = types.find((known) => known.code === code) ?? types[0] ?? fail();
  return { ...type, price: prices[0]?.price ?? fail() };
}
function fail(): never {
  throw new Error('the sample has no such type');
}

const PERMIT = offered('side-sewer-permit');
const COPIES = offered('copies');
const MISC = offered('misc-receipt');
const DEPOSIT = offered('construction-deposit');
const FEE_PLACE = { fund: '401', bars: '3439001', name: 'Miscellaneous sewer fees' };

const done = (...actions: CounterAction[]) => actions.reduce(counterReducer, blankForm(ID));
const on = (form: CounterForm, ...actions: CounterAction[]) => actions.reduce(counterReducer, form);
const adds = (type: OfferedType): CounterAction => ({ did: 'addedItem', type });
const account = (view = HALE): CounterAction => ({ did: 'addedAccount', account: view });
const types = (field: LineField, text: string, line = 0): CounterAction => ({ did: 'typedLine', line, field, text });
const accepts = (field: LineField, line = 0): CounterAction => ({ did: 'acceptedLine', line, field });
const enters = (field: LineField, text: string, line = 0) => [types(field, text, line), accepts(field, line)];
const sent = (form: CounterForm) => paymentOf(form, 'W3-D0001').lines;
const back: CounterAction = { did: 'wentBack' };

const TOLD = ['SS-2026-0412', '0418-22-0071', '118 Quarry Rd', 'Ferndale Digging', 'New side sewer'];
const permitOn = (line: number): CounterAction[] => [
  adds(PERMIT),
  ...TOLD.flatMap((text, at) => enters(`told-${at}`, text, line)),
];
const wholePermit = permitOn(0);

describe('an item', () => {
  test('a permit opens at its first field, Enter walks through all, and behind the last it folds', () => {
    const begun = done(adds(PERMIT));
    expect(begun).toMatchObject({ focus: { on: 'line-0-told-0' }, asking: null });
    const told = on(begun, ...TOLD.flatMap((text, at) => enters(`told-${at}`, text)));
    expect(told.focus.on).toBe('line-0-account');
    const whole = on(told, accepts('account'));
    expect(whole.focus.on).toBe('cash');
    expect(openedLine(whole)).toBeNull();
    expect(sent(whole)).toEqual([{ kind: 'fee', code: 'side-sewer-permit', quantity: 1, cents: 116_325, told: TOLD }]);
  });

  test('it is drafted with its names in other languages, as the payer’s display and the slip say it', () => {
    const names = { es: 'Copias y mapas', ru: 'Копии и карты' };
    const form = done(adds({ ...COPIES, names }), types('quantity', '2'));
    expect(draftOf(form, 'W3-D0001').lines).toMatchObject([{ kind: 'fee', name: COPIES.name, names }]);
  });

  test('it costs what its tiers say, made up in words, and is never sent with another amount', () => {
    const form = done(adds(COPIES), types('quantity', '12'));
    const [line] = form.lines;
    expect(line?.kind === 'fee' && priceWords(line)).toBe('10 × 0.25 + 2 × 0.15');
    expect(dueOf(form)).toBe(280);
    expect(sent(form)).toMatchObject([{ quantity: 12, cents: 280 }]);
  });

  test('what has no unit is never offered more than once', () => {
    expect(rulesOfLine(newFeeLine(PERMIT, null)).fields(newFeeLine(PERMIT, null))).not.toContain('quantity');
    expect(sent(done(...wholePermit))).toMatchObject([{ quantity: 1 }]);
  });

  test('what belongs to an account takes that of the receipt, and the hand goes to what is still empty', () => {
    const form = done(account(), adds(DEPOSIT));
    expect(form.lines[1]).toMatchObject({ account: { accountNumber: HALE.accountNumber } });
    expect(form.focus.on).toBe('line-1-told-0');
    expect(done(adds(DEPOSIT)).focus.on).toBe('line-0-account');
  });

  test('a type that asks nothing more is on the receipt at once', () => {
    expect(done(account(), adds(offered('nsf-fee'))).focus.on).toBe('cash');
  });

  test('a miscellaneous receipt goes to the place of the chart that was taken, and to no other', () => {
    const begun = done(adds(MISC), ...enters('told-0', 'Scrap pump'), accepts('account'), types('goesTo', '3439'));
    expect(on(begun, accepts('goesTo'))).toMatchObject({ trouble: { under: 'line-0-goesTo' } });
    const form = on(begun, { did: 'pickedPlace', line: 0, place: FEE_PLACE }, ...enters('text', '40'));
    expect(sent(form)).toMatchObject([{ goesTo: { fund: '401', bars: '3439001' }, cents: 4_000 }]);
    expect(on(form, types('goesTo', '3439')).lines[0]).toMatchObject({ place: null });
  });

  test('several lines of one type stand side by side', () => {
    const form = done(...wholePermit, ...permitOn(1));
    expect(form.lines).toHaveLength(2);
    expect(dueOf(form)).toBe(232_650);
    expect(notYet(form)?.place).toBe('cash');
  });

  test('property: its shares always sum to its amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (amount) => {
        const line = { ...newFeeLine({ ...PERMIT, price: { kind: 'open' } }, null), text: (amount / 100).toFixed(2) };
        expect(sum(feeShares(line).map((share) => cents(share.cents)))).toBe(amount);
      }),
    );
  });
});

describe('a field that is not as its kind asks keeps the hand, with a sentence', () => {
  const ASKS: OfferedType = {
    ...PERMIT,
    fields: [
      { name: 'Words', kind: 'text', required: true },
      { name: 'Feet', kind: 'number', required: false },
      { name: 'Day', kind: 'day', required: false },
      { name: 'Parcel', kind: 'parcel', required: false },
    ],
  };
  test.each<[string, LineField, string, RegExp]>([
    ['nothing where something is needed', 'told-0', '  ', /^Fill in “Words”\.$/],
    ['a card number', 'told-0', 'Visa 4111 1111 1111 1111', /payment card number/],
    ['text that turns writing around', 'told-0', 'x \u202E y', /cannot be printed/],
    ['words for a number', 'told-1', 'twelve', /not a number/],
    ['a day as nobody sorts it', 'told-2', '11/23/2026', /not a day/],
    ['a day that no calendar has', 'told-2', '2026-02-30', /not a day/],
    ['a parcel that is none', 'told-3', 'lot #7', /not a parcel number/],
  ])('%s', (_, field, text, sentence) => {
    const form = done(adds(ASKS), types('told-0', 'x'), ...enters(field, text));
    expect(form).toMatchObject({ trouble: { under: `line-0-${field}` }, focus: { on: `line-0-${field}` } });
    expect(form.trouble?.sentence).toMatch(sentence);
  });

  test('an optional field may be empty', () => {
    const form = done(adds(ASKS), ...enters('told-0', 'x'), accepts('told-1'), accepts('told-2'), accepts('told-3'));
    expect(form.focus.on).toBe('line-0-account');
  });

  test.each(['0', '', '12345'])('“%s” of something is no quantity', (text) => {
    const form = done(adds(COPIES), ...enters('quantity', text));
    expect(form.trouble).toMatchObject({ under: 'line-0-quantity' });
  });
});

describe('Esc', () => {
  test('takes a blank item away unasked', () => {
    expect(done(adds(PERMIT), back)).toMatchObject({ lines: [], asking: null });
  });

  test('asks before it takes one that is begun, and keeping it leads back to what is missing', () => {
    const asked = done(adds(PERMIT), types('told-0', 'SS-1'), back);
    expect(asked).toMatchObject({ asking: 'line', lines: [{ kind: 'fee' }] });
    expect(on(asked, { did: 'keptTyping' })).toMatchObject({ asking: null, focus: { on: 'line-0-told-1' } });
    expect(on(asked, { did: 'removedLine', line: 0 })).toMatchObject({ asking: null, lines: [] });
  });

  test('folds one that is whole', () => {
    const form = done(...wholePermit, back);
    expect(form).toMatchObject({ asking: null, focus: { on: 'cash' } });
    expect(form.lines).toHaveLength(1);
  });

  test('closes the list of items', () => {
    expect(done(account(), { did: 'askedForItem' }, { did: 'keptTyping' })).toMatchObject({
      asking: null,
      focus: { on: 'cash' },
    });
  });
});

describe('a line is removed by its key', () => {
  test('the one in hand goes; with none in hand the last one is shown first', () => {
    const two = done(account(), adds(MISC));
    expect(on(two, { did: 'askedToRemove', line: 0 }).lines).toMatchObject([{ kind: 'fee' }]);
    const shown = on(two, { did: 'askedToRemove', line: null });
    expect([shown.lines.length, shown.focus.on]).toEqual([2, expect.stringMatching(/^line-1-/)]);
  });
});

test('a bill of an unknown account begins money in suspense with what it asks for', () => {
  expect(done({ did: 'addedSuspense', billCents: 8_640 }).lines).toMatchObject([{ kind: 'suspense', text: '86.40' }]);
});

describe('money in suspense', () => {
  const whole = [
    { did: 'addedSuspense', billCents: null } as const,
    ...enters('name', 'Tran, Linh'),
    ...enters('address', '7 Slate Ln'),
    ...enters('parcel', ''),
    ...enters('text', '50'),
  ];

  test('is taken with name and address, and its payer is who brought it', () => {
    const form = done(...whole);
    expect(form.focus.on).toBe('cash');
    expect(sent(form)).toEqual([
      { kind: 'suspense', cents: 5_000, name: 'Tran, Linh', address: '7 Slate Ln', parcel: '' },
    ]);
    expect(draftOf(form, 'W3-D0001')).toMatchObject({ payer: 'Tran, Linh', lines: [{ kind: 'suspense' }] });
  });

  test.each([
    ['tran linh', { name: 'tran linh', address: '' }],
    ['7 Slate Ln', { name: '', address: '7 Slate Ln' }],
    ['40-99999', { name: '', address: '' }],
  ])('what was searched for, “%s”, is not typed twice', (search, line) => {
    const form = done({ did: 'searched', text: search }, { did: 'addedSuspense', billCents: null });
    expect(form).toMatchObject({ search: '', lines: [line] });
  });

  test('a card number is kept out of each field', () => {
    for (const field of ['name', 'address', 'parcel'] as const) {
      const form = done(...whole, types(field, '4111 1111 1111 1111'));
      expect(notYet(form)).toMatchObject({ place: `line-0-${field}` });
    }
  });
});

describe('the payer names the charges', () => {
  const named = done(account(), { did: 'turnedNaming', line: null });

  test('by a key: each takes all that is open of it, another amount may be typed, and why is kept', () => {
    expect(named).toMatchObject({ focus: { on: 'line-0-charges' }, lines: [{ named: [] }] });
    expect(notYet(named)?.place).toBe('line-0-charges');
    const form = on(
      named,
      { did: 'toggledCharge', line: 0, chargeId: 2 },
      types('charge-2', '50'),
      types('why', 'dispute'),
    );
    expect(sent(form)).toEqual([
      {
        kind: 'account',
        accountNumber: HALE.accountNumber,
        cents: 5_000,
        charges: [{ chargeId: 2, cents: 5_000 }],
        namedWhy: 'dispute',
      },
    ]);
    expect(draftOf(form, 'W3-D0001').lines).toMatchObject([{ namedWhy: 'dispute', unappliedCents: 0 }]);
  });

  test('in any order, they stand in the order of the account; chosen twice, one is left out again', () => {
    const both = on(
      named,
      { did: 'toggledCharge', line: 0, chargeId: 2 },
      { did: 'toggledCharge', line: 0, chargeId: 1 },
    );
    expect(both.lines[0]).toMatchObject({ named: [{ chargeId: 1 }, { chargeId: 2 }] });
    expect(on(both, { did: 'toggledCharge', line: 0, chargeId: 1 }).lines[0]).toMatchObject({
      named: [{ chargeId: 2 }],
    });
  });

  test('bug: with nothing open the key said nothing; now why stands under the amount', () => {
    const form = done(account(accountView('40-20000-01', [])), { did: 'turnedNaming', line: 0 });
    expect(form).toMatchObject({ lines: [{ named: null }], focus: { on: 'line-0-text' } });
    expect(form.trouble).toEqual({ under: 'line-0-text', sentence: expect.stringMatching(/^Nothing is open/) });
  });

  test('the same key gives the word back to the policy, over the same amount', () => {
    const form = on(named, { did: 'toggledCharge', line: 0, chargeId: 2 }, { did: 'turnedNaming', line: 0 });
    expect(form).toMatchObject({ lines: [{ named: null, text: '86.40' }], focus: { on: 'line-0-text' } });
    expect(sent(form)).toEqual([{ kind: 'account', accountNumber: HALE.accountNumber, cents: 8_640 }]);
  });

  test('more than is open of one is told there, and not sent', () => {
    const form = on(named, { did: 'toggledCharge', line: 0, chargeId: 2 }, ...enters('charge-2', '86.41'));
    expect(form.trouble).toEqual({ under: 'line-0-charge-2', sentence: expect.stringMatching(/^Only 86\.40/) });
  });

  test('an installment of a payment plan says so by itself; beside another charge it is the payer’s word', () => {
    const one = done({ did: 'addedAccount', account: PLAN, chargeId: 5 });
    expect(sent(one)).toMatchObject([{ namedWhy: 'payment_plan', charges: [{ chargeId: 5, cents: 6_250 }] }]);
    const mixed = on(one, { did: 'addedAccount', account: PLAN, chargeId: 7 });
    expect(sent(mixed)).toMatchObject([{ namedWhy: 'payer_named' }]);
  });
});

describe('a refusal stands under the field that it is about', () => {
  const form = done(account(), ...permitOn(1), { did: 'addedSuspense', billCents: null });
  test.each<[Partial<Trouble>, string]>([
    [{ code: 'bad_input', facts: { field: 'lines 2 told 3' } }, 'line-1-told-2'],
    [{ code: 'bad_input', facts: { field: 'lines 2 accountNumber' } }, 'line-1-account'],
    [{ code: 'bad_input', facts: { field: 'lines 3 address' } }, 'line-2-address'],
    [{ code: 'bad_input', facts: { field: 'lines 3 cents' } }, 'line-2-text'],
    [{ code: 'bad_input', facts: { field: 'lines 1 cents' } }, 'line-0-text'],
    [{ code: 'bad_input', facts: { field: 'lines 9 cents' } }, 'primary'],
    [{ code: 'field_missing', facts: { name: 'Side sewer permit', field: 'Contractor' } }, 'line-1-told-3'],
    [{ code: 'type_has_no_account', facts: { name: 'Side sewer permit' } }, 'line-1-account'],
    [{ code: 'account_unknown', facts: { accountNumber: HALE.accountNumber } }, 'line-0-text'],
    [{ code: 'receipt_too_large', facts: { maxCents: 1 } }, 'line-0-text'],
  ])('%j under %s', (trouble, place) => {
    const refused = on(form, { did: 'refused', trouble: { code: null, facts: {}, sentence: 'No.', ...trouble } });
    expect(refused).toMatchObject({ trouble: { under: place }, focus: { on: place } });
  });
});

describe('set aside and taken up again', () => {
  const known = { accounts: new Map([[HALE.accountNumber, HALE]]), types: [PERMIT, COPIES, MISC] };
  test.each<[string, CounterAction[]]>([
    ['a permit', wholePermit],
    ['copies', [adds(COPIES), types('quantity', '12')]],
    [
      'a miscellaneous receipt',
      [adds(MISC), types('told-0', 'Scrap'), { did: 'pickedPlace', line: 0, place: FEE_PLACE }, types('text', '40')],
    ],
    [
      'suspense',
      [
        { did: 'addedSuspense', billCents: null },
        types('name', 'Tran'),
        types('address', '7 Slate'),
        types('text', '5'),
      ],
    ],
  ])('%s comes back as it was sent', (_, actions) => {
    const [asked] = sent(done(...actions));
    const line = asked && resumedLine(asked, known);
    expect(line && rulesOfLine(line).sent(line)).toEqual(asked);
  });

  test('a type that is gone has no line', () => {
    const [asked] = sent(done(...wholePermit));
    expect(asked && resumedLine(asked, { ...known, types: [] })).toBeNull();
  });
});

test.each([
  ['3439', ['3439001']],
  ['401 · 3439001', ['3439001']],
  ['sewer fees', ['3439001']],
  ['nothing like it', []],
])('places of the chart for “%s”', (text, bars) => {
  expect(placesFound(POLICY.chart, text).map((place) => place.bars)).toEqual(bars);
});

test.each(['-', '😀', '\u202e', '%'])('bug: “%s” found every item, and Enter took the first', (text) => {
  expect(typesFound([offered('copies')], text)).toEqual([]);
});

test('items are found by any part of their name, those that begin so first, each with its price', () => {
  const types = POLICY.receiptTypes.map(({ code }) => offered(code));
  expect(typesFound(types, 'PERM').map(({ code }) => code)).toEqual(['side-sewer-permit']);
  expect(typesFound(types, 're').map(({ code }) => code)).toEqual(['inspection', 'nsf-fee', 'misc-receipt']);
  expect(typesFound(types, '')).toHaveLength(types.length);
  expect([PERMIT, COPIES, MISC].map(priceOffered)).toEqual(['1,163.25', 'from 0.15 a page', 'open price']);
});
