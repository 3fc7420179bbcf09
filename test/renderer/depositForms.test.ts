import { wrongBag } from '#renderer/screens/deposits/bagText';
import { blankDeposits, deedFor, depositsReducer, mayDo, pageAsked } from '#renderer/screens/deposits/depositsForm';
import {
  accountOf,
  batchesIn,
  blankMakeDeposit,
  countedIn,
  firstReceiptIn,
  isBegunMaking,
  type MakeDepositAction,
  type MakeDepositForm,
  makeDepositNotYet,
  makeDepositReducer,
  papersIn,
  toldDeposit,
} from '#renderer/screens/deposits/makeDepositForm';
import {
  blankSettleDeposit,
  settleDepositNotYet,
  settleDepositReducer,
  toldSettlingDeposit,
} from '#renderer/screens/deposits/settleDepositForm';
import {
  blankStep,
  fieldAfter,
  type StepAction,
  slipCents,
  stepNotYet,
  stepReducer,
} from '#renderer/screens/deposits/stepForm';
import {
  blankWitness,
  toldWitness,
  type WitnessAction,
  witnessNotYet,
  witnessReducer,
} from '#renderer/screens/deposits/witnessForm';
import { someDeposit, WAITING } from '#test/support/depositsOffice';

const make = (actions: readonly MakeDepositAction[], of = WAITING): MakeDepositForm =>
  actions.reduce(makeDepositReducer, blankMakeDeposit('id', of));

const pieces = (worth: number, text: string): MakeDepositAction => ({
  did: 'typedPieces',
  worth,
  column: 'loose',
  text,
});
const look = (text: string): MakeDepositAction[] => [{ did: 'typedLook', text }, { did: 'acceptedLook' }];
const inBag: MakeDepositAction[] = [
  { did: 'typedBag', field: 'bag', text: 'QB 0081 4473' },
  { did: 'typedBag', field: 'seal', text: 'S-991' },
];
const refused = (code: string, facts = {}) => ({ did: 'refused', trouble: { code, facts, sentence: code } }) as never;

describe('the first count of a deposit', () => {
  test('says what is missing next, and where, until all of it is there', () => {
    const steps: [MakeDepositAction[], string | null, string | undefined][] = [
      [[], 'Count the cash: type 0 where there is none', 'loose-10000'],
      [[pieces(2_000, '-1')], 'Correct the pieces', 'loose-2000'],
      [
        [pieces(2_000, '5'), ...look('86.40'), ...look('1187'), ...look('')],
        'Type the bag: 3 to 24 letters and digits',
        'bag',
      ],
      [[{ did: 'typedBag', field: 'bag', text: 'Q' }], 'Type the bag: 3 to 24 letters and digits', 'bag'],
      [[{ did: 'typedBag', field: 'bag', text: 'QB 0081 4473' }], 'Type the seal: 3 to 24 letters and digits', 'seal'],
      [[{ did: 'typedBag', field: 'seal', text: 'S-991' }], null, undefined],
    ];
    let form = make([]);
    for (const [actions, why, place] of steps) {
      form = actions.reduce(makeDepositReducer, form);
      expect([makeDepositNotYet(form)?.why ?? null, makeDepositNotYet(form)?.place]).toEqual([
        why === 'Correct the pieces' ? expect.any(String) : why,
        place,
      ]);
    }
    expect(toldDeposit(form)).toMatchObject({
      ...{ bankAccount: 'operating', batches: ['W1-B0411', 'W3-B0412', 'W3-B0413'], pieces: { 2000: 5 } },
      ...{ bag: 'QB 0081 4473', seal: 'S-991' },
    });
    expect(toldDeposit(form).checks).toHaveLength(3);
    expect(toldDeposit(form)).not.toHaveProperty('missing');
  });

  test('bug: cash and papers that were not there held up the first count', () => {
    const form = make([pieces(2_000, '4'), ...look('4419'), ...inBag]);
    expect(makeDepositNotYet(form)).toBeNull();
    expect(countedIn(form)).toBe(8_000 + 8_640);
    expect(toldDeposit(form)).toMatchObject({
      ...{ pieces: { 2000: 4 }, checks: [{ checkNumber: '4419' }] },
      missing: [{ checkNumber: '1187' }, { checkNumber: '209817745511' }],
    });
  });

  test.each(['1.5', '2e3', '99999999', '-3', 'abc'])('takes no absurd count: %s', (text) => {
    expect(makeDepositNotYet(make([pieces(2_000, text)]))).toMatchObject({ place: 'loose-2000' });
  });

  test('a batch that is left out takes its cash and its papers along, and comes back with its ticks', () => {
    const form = make([...look('4419'), { did: 'turnedBatch' }]);
    expect(batchesIn(form).map(({ batch }) => batch)).toEqual(['W3-B0412', 'W3-B0413']);
    expect(papersIn(form).map(({ paper }) => paper.checkNumber)).toEqual(['209817745511']);
    expect(firstReceiptIn(form)?.label).toBe('W3-000412');
    expect(toldDeposit(form).checks).toEqual([]);
    const back = makeDepositReducer(form, { did: 'turnedBatch' });
    expect(toldDeposit(back).checks).toHaveLength(1);
    const none = make([
      { did: 'turnedBatch' },
      ...([1, 1] as const).flatMap((by): MakeDepositAction[] => [{ did: 'movedBatch', by }, { did: 'turnedBatch' }]),
    ]);
    expect(makeDepositNotYet(none)).toEqual({ why: 'Take a batch in', place: 'batches' });
  });

  test('a check is ticked off once: the same again finds nothing, and says so under the field', () => {
    const form = make([...look('4419'), ...look('4419')]);
    expect(form.trouble).toEqual({ under: 'papers', sentence: expect.stringContaining('4419 is left to tick off') });
    expect(form.ticks.look).toBe('4419');
    expect(toldDeposit(form).checks).toHaveLength(1);
  });

  test('zeros before a number are nothing, arrows reach any paper, and Enter there takes its tick away', () => {
    expect(toldDeposit(make(look('0004419'))).checks).toMatchObject([{ checkNumber: '4419' }]);
    const moved = make([...look('4419'), { did: 'movedPaper', by: -1 }, { did: 'acceptedLook' }]);
    expect(toldDeposit(moved).checks).toEqual([]);
    const end = make([
      { did: 'movedPaper', by: 1 },
      { did: 'movedPaper', by: 1 },
      { did: 'movedPaper', by: 1 },
      { did: 'acceptedLook' },
    ]);
    expect(toldDeposit(end).checks).toMatchObject([{ tender: 'money-order' }]);
  });

  test('bug: with every paper ticked off, the number of the bag was typed where papers are looked for', () => {
    expect(make([...look(''), ...look('')]).focus.on).not.toBe('bag');
    expect(make([...look(''), ...look(''), ...look('')]).focus.on).toBe('bag');
    expect(make([...look(''), ...look(''), ...look(''), ...look('')]).focus.on).toBe('bag');
  });

  test('papers that were settled at another amount than was counted cannot be ticked off as they are', () => {
    const [first, ...rest] = WAITING.batches;
    if (!first) throw new Error('nothing waits');
    const parts = first.parts.map((part) => (part.tender === 'check' ? { ...part, cents: 8_640 } : part));
    const of = { ...WAITING, batches: [{ ...first, parts }, ...rest] };
    const all = make([pieces(2_000, '5'), ...look(''), ...look(''), ...look('')], of);
    expect(makeDepositNotYet(all)?.why).toBe('The papers of W1-B0411 do not come to what the office holds');
    const one = make([pieces(2_000, '5'), ...look('4419'), ...look('209817745511'), ...inBag], of);
    expect(makeDepositNotYet(one)).toBeNull();
    const read = make(
      [pieces(2_000, '5'), ...look('4419 68.40'), ...look('55 18.00'), ...look('209817745511'), ...inBag],
      of,
    );
    expect(makeDepositNotYet(read)).toBeNull();
    expect(toldDeposit(read).checks).toEqual([
      { batch: 'W3-B0412', tender: 'money-order', checkNumber: '209817745511', cents: 8_640 },
      { batch: 'W1-B0411', tender: 'check', checkNumber: '4419', cents: 6_840 },
      { batch: 'W1-B0411', tender: 'check', checkNumber: '55', cents: 1_800 },
    ]);
    expect(make(look('4419 68.40')).trouble?.sentence).toContain('4419 68.40 is left to tick off');
  });

  test('each bank account has its own tenders; one that takes images has no bag', () => {
    const to = <T extends { tender: string }>(one: T) => ({
      ...one,
      account: one.tender === 'cash' ? 'cash' : 'images',
    });
    const of = {
      ...WAITING,
      batches: WAITING.batches.map((one) => ({ ...one, parts: one.parts.map(to), checks: one.checks.map(to) })),
      bankAccounts: [
        { account: 'cash', name: 'Cash', lastFour: '1111', tenders: ['cash' as const] },
        {
          account: 'images',
          name: 'Checks',
          lastFour: '2222',
          tenders: ['check' as const, 'money-order' as const],
          remote: true as const,
        },
      ],
    };
    const cash = make([], of);
    expect([batchesIn(cash).length, papersIn(cash)]).toEqual([2, []]);
    const images = make([{ did: 'choseAccount', account: 'images' }, ...look(''), ...look(''), ...look('')], of);
    expect(accountOf(images)?.remote).toBe(true);
    expect(makeDepositNotYet(images)).toBeNull();
    expect(toldDeposit(images)).not.toHaveProperty('bag');
    expect(images.focus.on).toBe('primary');
  });

  test.each([
    ['bag_used', {}, 'bag'],
    ['bag_was_seal', {}, 'bag'],
    ['seal_used', {}, 'seal'],
    ['deposit_no_cash', {}, 'loose-10000'],
    ['deposit_check_twice', {}, 'papers'],
    ['deposit_checks_differ', {}, 'papers'],
    ['batch_in_deposit', {}, 'batches'],
    ['batch_not_approved', {}, 'batches'],
    ['deposit_nothing', {}, 'batches'],
    ['bad_input', { field: 'seal' }, 'seal'],
    ['office_offline', {}, 'primary'],
  ])('%s stands where it is mended, and nothing typed is lost', (code, facts, under) => {
    const form = makeDepositReducer(make([pieces(2_000, '5'), ...look('4419'), ...inBag]), refused(code, facts));
    expect(form.trouble?.under).toBe(under);
    expect(form.focus.on).toBe(under);
    expect([form.typed['2000']?.loose, form.bag, form.ticks.ticked]).toEqual(['5', 'QB 0081 4473', [0]]);
    expect(isBegunMaking(form)).toBe(true);
  });

  test('a bag’s number is letters and digits, however they are spelled', () => {
    expect(['QB 0081-4473', 'qb00814473', ''].map(wrongBag)).toEqual([null, null, null]);
    expect(['Q/B 1', 'a'.repeat(30), '№№№'].map((text) => wrongBag(text) !== null)).toEqual([true, true, true]);
  });
});

describe('the second count', () => {
  const { tenders } = someDeposit('L-P0230', 'prepared');
  const count = (actions: readonly WitnessAction[], bag: string | null = 'QB1', takes = tenders) =>
    actions.reduce(witnessReducer, blankWitness('id', { bag, tenders: takes }));
  const paper = (pile: 'check' | 'money-order', items: string, total: string): WitnessAction[] => [
    { did: 'typedPaper', pile, field: 'items', text: items },
    { did: 'typedPaper', pile, field: 'total', text: total },
  ];
  const cash: WitnessAction = { did: 'typedPieces', worth: 2_000, column: 'loose', text: '3' };

  test.each([
    ['pieces 500', 'loose-10000'],
    ['checks items', 'check-items'],
    ['checks cents', 'check-total'],
    ['money orders items', 'money-order-items'],
    ['', 'primary'],
  ])('bug: after a refused count the hand stayed on the button: of %j it goes to %s', (field, place) => {
    const form = count([cash, { did: 'sent' }, refused('bad_input', { field })]);
    expect([form.focus.on, form.trouble?.under]).toEqual([place, place]);
  });

  test('takes a 0 for what is not there, and a total only for what is', () => {
    expect(witnessNotYet(count([]))?.place).toBe('loose-10000');
    expect(witnessNotYet(count([cash]))?.place).toBe('check-items');
    expect(witnessNotYet(count([cash, ...paper('check', '2', '')]))?.place).toBe('check-total');
    expect(witnessNotYet(count([cash, ...paper('check', '2.5', '1')]))?.place).toBe('check-items');
    const done = count([cash, ...paper('check', '2', '86.40+9.80'), ...paper('money-order', '0', '')]);
    expect(witnessNotYet(done)).toBeNull();
    expect(toldWitness(done)).toEqual({
      ...{ pieces: { 2000: 3 }, checks: { items: 2, cents: 9_620 }, moneyOrders: { items: 0, cents: 0 } },
    });
  });

  test('of images asks for no cash', () => {
    const images = count([...paper('check', '2', '96.20'), ...paper('money-order', '0', '')], null);
    expect([images.focus.on, witnessNotYet(images)]).toEqual(['check-items', null]);
  });

  test('bug: was asked for money orders, and for cash, that its account does not take', () => {
    const checks: WitnessAction[] = [
      ...paper('check', '2', '96.20'),
      { did: 'acceptedPaper', pile: 'check', field: 'total' },
    ];
    for (const bag of [null, 'QB1']) {
      const form = count(checks, bag, ['check']);
      expect([form.hasCash, form.asked, form.focus.on, witnessNotYet(form)]).toEqual([
        false,
        ['check'],
        'primary',
        null,
      ]);
      expect(toldWitness(form)).toMatchObject({ pieces: {}, moneyOrders: { items: 0, cents: 0 } });
    }
    expect(count([], 'QB1', ['cash']).asked).toEqual([]);
    expect(witnessNotYet(count([cash], 'QB1', ['cash']))).toBeNull();
  });

  test('goes from pile to pile, past a total that nothing needs', () => {
    const none = count([...paper('check', '0', ''), { did: 'acceptedPaper', pile: 'check', field: 'items' }]);
    expect(none.focus.on).toBe('money-order-items');
    const some = count([...paper('check', '2', ''), { did: 'acceptedPaper', pile: 'check', field: 'items' }]);
    expect(some.focus.on).toBe('check-total');
  });
});

describe('settling two counts', () => {
  test('looks again for every paper only where the papers differ', () => {
    const of = someDeposit('L-P0230', 'differs');
    expect(blankSettleDeposit('id', of).ticks.ticked).toHaveLength(4);
    const counts = of.told?.counts.map((one) => ({ ...one, secondCents: one.secondCents - 1, agrees: false })) ?? [];
    const papers = { ...of, told: of.told && { ...of.told, counts } };
    const form = blankSettleDeposit('id', papers);
    expect(form.ticks.ticked).toEqual([]);
    const told = [
      { did: 'typedPieces' as const, worth: 2_000, column: 'loose' as const, text: '1' },
      { did: 'typedLook' as const, text: '30112' },
      { did: 'acceptedLook' as const },
    ].reduce(settleDepositReducer, form);
    expect(settleDepositNotYet(told)).toMatchObject({ place: 'reason' });
    const why = settleDepositReducer(told, { did: 'typedReason', text: ' Behind the safe ' });
    expect(toldSettlingDeposit(why)).toMatchObject({ reason: 'Behind the safe', pieces: { 2000: 1 } });
    expect(toldSettlingDeposit(why)?.missing.map(({ checkNumber }) => checkNumber)).toEqual([
      '4419',
      '1187',
      '209817745511',
    ]);
  });
});

describe('the steps after it', () => {
  const step = (what: Parameters<typeof blankStep>[1], ...actions: StepAction[]) =>
    actions.reduce(stepReducer, blankStep('id', what, '2026-11-23'));
  const typed = (
    field: 'courier' | 'person' | 'reference' | 'amount' | 'seal' | 'reason',
    text: string,
  ): StepAction => ({
    ...{ did: 'typedField', field, text },
  });

  test('a courier is named, one of the office’s people is chosen', () => {
    expect(stepNotYet(step('hand'), null)?.place).toBe('courier');
    expect(fieldAfter(step('hand'), 'person', null)).toBe('courier');
    const chosen = step('hand', typed('person', 'i.solheim'));
    expect([stepNotYet(chosen, null), fieldAfter(chosen, 'person', null)]).toEqual([null, 'primary']);
    expect(stepNotYet(step('hand', typed('courier', 'Northwest')), null)).toBeNull();
  });

  test('the bank’s slip has a number, a day and an amount', () => {
    expect(stepNotYet(step('confirm'), 659_680)?.place).toBe('reference');
    expect(stepNotYet(step('confirm', typed('reference', '7'), typed('amount', 'x')), 659_680)?.place).toBe('amount');
    const told = step('confirm', typed('reference', '7'), typed('amount', '6596.8'));
    expect([stepNotYet(told, 659_680), slipCents(told)]).toEqual([null, 659_680]);
    expect(stepNotYet(told, null)?.why).toBe('The ledger is asked what was deposited');
  });

  test.each([
    ['hand', 'carrier_approved_voids', {}, 'person'],
    ['hand', 'bad_input', { field: 'courier' }, 'courier'],
    ['confirm', 'deposit_day_ahead', {}, 'day'],
    ['confirm', 'deposit_day_before', {}, 'day'],
    ['confirm', 'slip_used', {}, 'reference'],
    ['confirm', 'bad_input', { field: 'cents' }, 'amount'],
    ['missed', 'bad_input', { field: 'seal' }, 'seal'],
    ['transmit', 'bad_input', { field: 'confirmation' }, 'reference'],
    ['withdraw', 'deposit_past_withdrawal', {}, 'primary'],
  ] as const)('of %s: %s stands where it is mended', (what, code, facts, under) => {
    const form = stepReducer(step(what, typed('seal', 'S-9'), typed('reason', 'x')), refused(code, facts));
    expect([form.trouble?.under, form.fields.seal, form.fields.reason]).toEqual([under, 'S-9', 'x']);
  });
});

describe('the list', () => {
  test('goes by pages and filters, and finds its place again', () => {
    const form = depositsReducer(blankDeposits(), { did: 'older', last: 'L-P0100' });
    expect(pageAsked(form)).toEqual({ most: 100, after: 'L-P0100' });
    const late = depositsReducer(form, { did: 'filtered' });
    expect(pageAsked(late)).toEqual({ most: 100, late: true });
    expect(pageAsked(depositsReducer(late, { did: 'filtered' }))).toEqual({
      ...{ most: 100, states: ['prepared', 'recounted'] },
    });
    expect(depositsReducer(form, { did: 'newer' }).before).toEqual([]);
    const rows = ['L-P0003', 'L-P0002'];
    expect(depositsReducer(form, { did: 'moved', by: 1, from: 'L-P0002', rows }).chosen).toBe('L-P0002');
    expect(depositsReducer(form, { did: 'moved', by: 1, from: 'gone', rows }).chosen).toBe('L-P0003');
  });

  test.each([
    ['prepared', false, 'supervisor', { deed: 'witness' }],
    ['prepared', true, 'supervisor', { why: expect.stringContaining('Somebody else counts it again') }],
    ['prepared', false, 'cashier', { deed: 'witness' }],
    ['differs', false, 'cashier', { why: expect.any(String) }],
    ['differs', true, 'finance', { deed: 'settle' }],
    ['made', true, 'supervisor', { deed: 'hand' }],
    ['broken', true, 'supervisor', { deed: 'recount' }],
    ['broken', true, 'cashier', { why: expect.any(String) }],
    ['recounted', false, 'cashier', { deed: 'witness' }],
    ['recounted', true, 'finance', { why: expect.stringContaining('Somebody else counts it again') }],
    ['recount_differs', true, 'finance', { deed: 'settle' }],
    ['handed', true, 'supervisor', { deed: 'confirm' }],
    ['confirmed', true, 'supervisor', { why: expect.any(String) }],
    ['withdrawn', true, 'supervisor', { why: expect.any(String) }],
  ] as const)('of one that is %s (yours: %s) a %s next does %j', (state, isYours, role, deed) => {
    expect(deedFor({ state, isYours, bag: 'QB1' }, role, false)).toEqual(deed);
  });

  test('images are sent and their paper destroyed; a bag is missed; what is not made is taken back', () => {
    expect(deedFor({ state: 'made', isYours: true, bag: null }, 'supervisor', false)).toEqual({ deed: 'transmit' });
    expect(deedFor({ state: 'confirmed', isYours: true, bag: null }, 'supervisor', true)).toEqual({ deed: 'destroy' });
    expect(mayDo(someDeposit('L-P0001', 'prepared'))).toEqual({
      ...{ withdraw: true, missed: false, explain: false, correct: false },
    });
    expect(mayDo(someDeposit('L-P0001', 'handed', { isLate: true }))).toEqual({
      withdraw: false,
      missed: true,
      explain: true,
      correct: false,
    });
    expect(mayDo(someDeposit('L-P0001', 'confirmed')).correct).toBe(true);
    expect(mayDo(someDeposit('L-P0001', 'made', { bag: null })).missed).toBe(false);
  });
});
