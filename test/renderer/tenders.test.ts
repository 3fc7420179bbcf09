import { blankForm, type CounterAction, counterReducer } from '#renderer/screens/counter/counterForm';
import { exactFor, settlementOf } from '#renderer/screens/counter/counterMoney';
import { draftOf } from '#renderer/screens/counter/draft';
import { notYet } from '#renderer/screens/counter/notYet';
import { paymentOf } from '#renderer/screens/counter/payment';
import { eitherRouting } from '#renderer/screens/counter/tenders/checkTender';
import { creditsLeft } from '#renderer/screens/counter/tenders/creditTender';
import { rulesOfTender, type TenderForm } from '#renderer/screens/counter/tenders/tenderForm';
import { accountView, chargeView } from '#test/support/accountViews';

/* Every tender beside cash, as it is typed. */

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const HALE = accountView('40-11872-03', [chargeView(1, 'penalty', 1_500), chargeView(2, 'service', 8_640)]);
const CREDITED = accountView('40-13307-01', [], { unappliedCents: 2_500 });
const RICH = accountView('40-20001-01', [chargeView(3, 'service', 8_640)], { unappliedCents: 30_000 });

/** 021000021 and 121042882 are routing numbers; 123456789 and 021000022 are not. */
const ROUTING = '021000021';
const OTHER_ROUTING = '121042882';

const done = (...actions: CounterAction[]) => actions.reduce(counterReducer, blankForm(ID));
const adds = (account: typeof HALE): CounterAction => ({ did: 'addedAccount', account });
const add = (kind: TenderForm['kind']): CounterAction => ({ did: 'addedTender', kind });
type Field = Extract<CounterAction, { did: 'acceptedTender' }>['field'];
/** Types into a field and leaves it by Enter. */
const enter = (field: Field, text: string, tender = 0): CounterAction[] => [
  { did: 'typedTender', tender, field, text },
  { did: 'acceptedTender', tender, field },
];
const tendersOf = (form: ReturnType<typeof done>) => paymentOf(form, 'W3-D0001').tenders;

test.each(['check', 'card', 'money-order'] as const)('with everything paid no %s opens, and it is said', (kind) => {
  const paid = done(adds(HALE), { did: 'typedCash', text: '101.40' }, { did: 'acceptedCash' }, add(kind));
  expect(paid).toMatchObject({
    tenders: [],
    focus: { on: 'primary' },
    trouble: { under: 'primary', sentence: 'Everything is paid.' },
  });
  expect(notYet(paid)).toBeNull();
});

describe('a money order', () => {
  const begun = [adds(HALE), add('money-order')];

  test('takes what is missing, its issuer and its serial, and folds', () => {
    const form = done(
      ...begun,
      ...enter('text', ''),
      ...enter('issuer', 'western-union'),
      ...enter('serial', '17501234567'),
    );
    expect(form).toMatchObject({ opened: null, focus: { on: 'primary' } });
    expect(tendersOf(form)).toEqual([
      { kind: 'money-order', cents: 10_140, issuer: 'western-union', serial: '17501234567' },
    ]);
    expect(draftOf(form, 'W3-D0001').tenders).toEqual([
      { kind: 'money-order', cents: 10_140, issuer: 'western-union', serial: '17501234567' },
    ]);
    const [order] = form.tenders;
    expect(order && rulesOfTender(order).told(order)).toEqual(['Money order № 17501234567', 'Western Union']);
  });

  test('is not complete without its serial', () => {
    const form = done(...begun, ...enter('text', ''), ...enter('issuer', 'usps'), ...enter('serial', ''));
    expect(form).toMatchObject({ opened: 0, trouble: { sentence: 'Type the money order’s serial number.' } });
  });
});

describe('a cashier’s check', () => {
  const CASHIERS = [adds(HALE), add('check'), add('check'), ...enter('text', ''), ...enter('checkNumber', '77')];
  const numbers = (routing: string, bankAccount: string) => [
    ...enter('routing', routing),
    ...enter('bankAccount', bankAccount),
  ];

  test('is a check asked for twice, and an ordinary one when asked for again', () => {
    expect(done(adds(HALE), add('check'), add('check')).tenders).toMatchObject([{ form: 'cashiers' }]);
    expect(done(adds(HALE), add('check'), add('check'), add('check')).tenders).toMatchObject([{ form: 'check' }]);
  });

  test('keeps what was typed when it is made the other kind', () => {
    const form = done(adds(HALE), add('check'), ...enter('text', '60'), { did: 'turnedCheck', tender: 0 });
    expect(form).toMatchObject({
      tenders: [{ form: 'cashiers', text: '60' }],
      focus: { on: 'tender-0-checkNumber' },
    });
  });

  test.each<[string, string, string, Partial<TenderForm>]>([
    ['in the usual order', ROUTING, '4455667', { routing: ROUTING, bankAccount: '4455667' }],
    ['account first: put in order', '4455667', ROUTING, { routing: ROUTING, bankAccount: '4455667' }],
    ['a long account first', '12345678901234', ROUTING, { routing: ROUTING, bankAccount: '12345678901234' }],
    ['nine digits that are none', '123456789', ROUTING, { routing: ROUTING, bankAccount: '123456789' }],
    ['both could be it: left as typed', OTHER_ROUTING, ROUTING, { routing: OTHER_ROUTING, bankAccount: ROUTING }],
  ])('%s', (_, first, second, kept) => {
    const form = done(...CASHIERS, ...numbers(first, second));
    expect(form).toMatchObject({ opened: null, tenders: [kept] });
  });

  test('says that a person must look where both could be the routing', () => {
    const said = (first: string, second: string) => {
      const [check] = done(...CASHIERS, ...numbers(first, second)).tenders;
      return check?.kind === 'check' ? eitherRouting(check) : null;
    };
    expect(said(OTHER_ROUTING, ROUTING)).toMatch(/^Either number/);
    expect(said(ROUTING, '4455667')).toBeNull();
  });

  test('stays open where neither could be, and nothing is guessed', () => {
    const form = done(...CASHIERS, ...numbers('123456789', '987654321'));
    expect(form).toMatchObject({
      opened: 0,
      tenders: [{ routing: '123456789', bankAccount: '987654321' }],
      focus: { on: 'tender-0-routing' },
      trouble: { sentence: expect.stringMatching(/^Neither number can be the routing/) },
    });
  });

  test('one key swaps the two numbers, of an ordinary check too', () => {
    const form = done(adds(HALE), add('check'), ...enter('text', ''), ...enter('checkNumber', '1187'), {
      did: 'typedTender',
      tender: 0,
      field: 'routing',
      text: '12345678901',
    });
    const other = { did: 'typedTender', tender: 0, field: 'bankAccount', text: ROUTING } as const;
    const swapped = [other, { did: 'swappedNumbers', tender: 0 } as const].reduce(counterReducer, form);
    expect(swapped).toMatchObject({
      tenders: [{ routing: ROUTING, bankAccount: '12345678901' }],
      focus: { on: 'tender-0-bankAccount' },
    });
  });

  test('an ordinary check never has its numbers put in order by themselves', () => {
    const form = done(adds(HALE), add('check'), ...enter('text', ''), ...enter('checkNumber', '1187'), {
      did: 'typedTender',
      tender: 0,
      field: 'bankAccount',
      text: ROUTING,
    });
    const left = enter('routing', '123456789').reduce(counterReducer, form);
    expect(left).toMatchObject({ tenders: [{ routing: '123456789', bankAccount: ROUTING }], opened: 0 });
  });

  test('goes to the station as one', () => {
    expect(tendersOf(done(...CASHIERS, ...numbers(ROUTING, '4455667')))).toEqual([
      { kind: 'check', form: 'cashiers', cents: 10_140, checkNumber: '77', routing: ROUTING, bankAccount: '4455667' },
    ]);
  });
});

describe('credit on account', () => {
  test('is offered as much as there is, and the rest stays to be paid', () => {
    const form = done(adds(HALE), adds(CREDITED), { did: 'removedLine', line: 0 }, adds(HALE), add('credit'));
    expect(exactFor(form, 0)).toBe(2_500);
    const taken = enter('text', '').reduce(counterReducer, form);
    expect(taken).toMatchObject({ opened: null, tenders: [{ text: '25.00', accountNumber: '40-13307-01' }] });
    expect(settlementOf(taken).missingCents).toBe(7_640);
  });

  test('… but never more than is missing', () => {
    const form = done(adds(RICH), { did: 'typedLine', line: 0, field: 'text', text: '86.40' }, add('credit'));
    expect(exactFor(form, 0)).toBe(8_640);
    const whole = enter('text', '').reduce(counterReducer, form);
    expect(notYet(whole)).toBeNull();
    expect(tendersOf(whole)).toEqual([{ kind: 'credit', cents: 8_640, accountNumber: '40-20001-01' }]);
  });

  test('more than there is stays in the hand', () => {
    const form = done(adds(HALE), adds(CREDITED), add('credit'), ...enter('text', '25.01'));
    expect(form).toMatchObject({ opened: 0, trouble: { sentence: 'Account 40-13307-01 has 25.00 of credit.' } });
  });

  test('what the station says of it stands under it, though the account is a line too', () => {
    const short = { code: 'credit_short', facts: { accountNumber: '40-13307-01' }, sentence: 'Only 20.00.' } as const;
    const form = done(adds(CREDITED), adds(HALE), add('credit'), ...enter('text', ''), {
      did: 'refused',
      trouble: short,
    });
    expect(form).toMatchObject({ trouble: { under: 'tender-0-text' }, opened: 0 });
  });

  test('one tender takes one account; a second one takes the next, and a third is not there', () => {
    const form = done(adds(HALE), adds(CREDITED), adds(RICH), add('credit'), ...enter('text', ''), add('credit'));
    expect(form.tenders).toMatchObject([{ accountNumber: '40-13307-01' }, { accountNumber: '40-20001-01' }]);
    const both = enter('text', '', 1).reduce(counterReducer, form);
    expect(creditsLeft(both)).toEqual([]);
    expect(counterReducer(both, add('credit')).tenders).toHaveLength(2);
  });

  test('another account of the receipt can be chosen', () => {
    const form = done(adds(HALE), adds(CREDITED), adds(RICH), add('credit'), {
      did: 'typedTender',
      tender: 0,
      field: 'accountNumber',
      text: '40-20001-01',
    });
    expect(exactFor(form, 0)).toBe(settlementOf(form).missingCents);
    expect(enter('text', '').reduce(counterReducer, form).tenders).toMatchObject([{ accountNumber: '40-20001-01' }]);
  });
});

test('all of them in any order: one check over two accounts, another beside it, and each can be taken off again', () => {
  const paper = (at: number, number: string, amount: string): CounterAction[] => [
    add('check'),
    ...enter('text', amount, at),
    ...enter('checkNumber', number, at),
    ...enter('routing', ROUTING, at),
    ...enter('bankAccount', '4455667', at),
  ];
  const form = done(
    adds(HALE),
    adds(RICH),
    adds(CREDITED),
    { did: 'typedLine', line: 1, field: 'text', text: '86.40' },
    { did: 'typedLine', line: 2, field: 'text', text: '10' },
    ...paper(0, '1187', '120'),
    add('money-order'),
    ...enter('text', '20', 1),
    ...enter('issuer', 'usps', 1),
    ...enter('serial', '27155478432', 1),
    ...paper(2, '1188', '20'),
    add('credit'),
    ...enter('text', '25', 3),
  );
  expect(settlementOf(form).missingCents).toBe(1_280);
  const gone = counterReducer(form, { did: 'removedTender', tender: 2 });
  expect(gone.tenders.map((tender) => tender.kind)).toEqual(['check', 'money-order', 'credit']);
  const changed = [{ did: 'openedTender', tender: 0 } as const, ...enter('text', '100')].reduce(counterReducer, gone);
  const paid = [{ did: 'openedCash' } as const, { did: 'acceptedCash' } as const].reduce(counterReducer, changed);
  expect(paid.cash).toBe('52.80');
  expect(notYet(paid)).toBeNull();
});

describe('bug: what is too long is never cut to what would pass', () => {
  const opened = (kind: TenderForm['kind']) => done(adds(HALE), add(kind), ...enter('text', ''));
  const typed = (kind: TenderForm['kind'], field: Field, text: string) =>
    enter(field, text).reduce(counterReducer, opened(kind));

  test.each([
    ['card', 'approvalCode', '4111111111111111', /card number never goes in here/],
    ['card', 'approvalCode', 'ABCDEFGHIJKLM', /at most 12/],
    ['check', 'checkNumber', '4111111111111111', /looks like a payment card number/],
    ['check', 'checkNumber', '378282246310005', /looks like a payment card number/],
    ['check', 'checkNumber', '1234567890123456', /at most 15 digits/],
    ['check', 'bankAccount', '123456789012345678', /at most 17 digits/],
    ['money-order', 'serial', '4111111111111111', /looks like a payment card number/],
  ] as const)('a %s whose %s is %s keeps the hand there', (kind, field, text, sentence) => {
    const form = typed(kind, field, text);
    expect(form.focus.on).toBe(`tender-0-${field}`);
    expect(form.trouble?.sentence).toMatch(sentence);
    expect(draftOf(form, 'W3-D0001').tenders[0]).not.toMatchObject({ [field]: text });
  });

  test('twelve digits of a card as its approval are told with its last four', () => {
    const last = enter('lastFour', '1111').reduce(counterReducer, opened('card'));
    const form = enter('approvalCode', '411111111111').reduce(counterReducer, last);
    expect(form.trouble?.sentence).toMatch(/card number never goes in here/);
    expect(notYet(form)?.place).toBe('tender-0-approvalCode');
  });
});
