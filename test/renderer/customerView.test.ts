import fc from 'fast-check';
import type { Input } from '#contract/contract';
import { cents, sum } from '#domain/money';
import { type CustomerMessage, createCustomerScreen } from '#renderer/customer/customerScreen';
import { type CustomerView, folded, paidShown, paymentShown } from '#renderer/customer/customerView';
import { hearingReducer, NOTHING_HEARD, UNANSWERED_MAX } from '#renderer/customer/hearing';

const charge = {
  chargeId: 1,
  kind: 'service',
  period: 'Sep–Oct 2026',
  dueDay: '2026-11-30',
  fund: '401',
  bars: '3435001',
};
const DRAFT = {
  drawer: 'W3-D0001',
  language: 'ru',
  payer: 'Hale, Dorothea',
  lines: [
    {
      kind: 'account',
      accountNumber: '40-11872-03',
      cents: 9_000,
      charges: [{ ...charge, cents: 8_640 }],
      unappliedCents: 360,
      namedWhy: null,
    },
    {
      kind: 'fee',
      code: 'side-sewer-permit',
      name: 'Side sewer permit',
      names: { ru: 'Разрешение' },
      accountNumber: '40-11872-03',
      told: [{ field: 'Address', told: '118 Quarry Rd' }],
      quantity: 1,
      cents: 116_325,
      shares: [],
      prints: 'permit',
    },
    { kind: 'suspense', parcel: '0418-22-0017', cents: 100 },
  ],
  tenders: [
    { kind: 'check', cents: 120_000, form: 'check', checkNumber: '1187' },
    { kind: 'card', cents: 100, brand: 'visa', lastFour: '8841', approvalCode: '02419Z' },
    { kind: 'credit', cents: 100, accountNumber: '40-11872-03' },
    { kind: 'money-order', cents: 100, issuer: 'usps', serial: '26011874453' },
    { kind: 'cash', cents: 5_125, tenderedCents: 8_000, roundingCents: 0 },
  ],
  changeCents: 2_875,
  roundingCents: 0,
} as Input<'draftSlip'>;

describe('what the payer is shown', () => {
  test('is what the money is for and what was handed over, as it was handed over', () => {
    expect(paymentShown(DRAFT, cents(0))).toEqual({
      state: 'payment',
      missingCents: 0,
      language: 'ru',
      totalCents: 125_425,
      purposes: [
        { kind: 'charge', charge: { kind: 'service', period: 'Sep–Oct 2026' }, cents: 8_640 },
        { kind: 'credit', cents: 360 },
        { kind: 'fee', name: 'Side sewer permit', names: { ru: 'Разрешение' }, quantity: 1, cents: 116_325 },
        { kind: 'suspense', cents: 100 },
      ],
      tenders: [
        { tender: { kind: 'check', form: 'check' }, number: '1187', cents: 120_000 },
        { tender: { kind: 'card', brand: 'visa' }, number: '8841', cents: 100 },
        { tender: { kind: 'credit' }, number: '', cents: 100 },
        { tender: { kind: 'money-order', issuer: 'usps' }, number: '26011874453', cents: 100 },
        { tender: { kind: 'cash' }, number: '', cents: 8_000 },
      ],
      tails: ['872-03'],
    });
  });

  test('never holds a name, an address, a parcel, a whole account or an approval', () => {
    for (const shown of [paymentShown(DRAFT, cents(5)), paidShown(DRAFT, { changeCents: 2_875, totalCents: 125_425 })])
      expect(JSON.stringify(shown)).not.toMatch(/Hale|Quarry|0418|40-11872|02419Z/);
  });

  test('has no change while nothing is recorded, whatever was tendered', () => {
    expect(paymentShown(DRAFT, cents(0))).not.toHaveProperty('changeCents');
    const paid = paidShown(DRAFT, { changeCents: 2_875, totalCents: 125_425 });
    expect(paid).toMatchObject({ state: 'paid', changeCents: 2_875, totalCents: 125_425 });
  });

  test('of a short account is never more than half of it', () => {
    const line = { ...DRAFT.lines[0], accountNumber: '1234' } as Input<'draftSlip'>['lines'][number];
    expect(paymentShown({ ...DRAFT, lines: [line] }, cents(0))).toMatchObject({ tails: ['34'] });
  });

  test('comes to the same sum when rows are folded for want of room', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(10_000_000), { maxLength: 60 }), fc.integer({ min: 2, max: 9 }), (amounts, room) => {
        const rows = amounts.map((amount) => ({ cents: amount }));
        const { earlier, rows: left } = folded(rows, room);
        expect(left.length + (earlier ? 1 : 0)).toBeLessThanOrEqual(room);
        expect((earlier?.count ?? 0) + left.length).toBe(rows.length);
        const all = [...left, ...(earlier ? [earlier] : [])].map((row) => cents(row.cents));
        expect(sum(all)).toBe(sum(amounts.map((amount) => cents(amount))));
      }),
    );
  });
});

const view = (state: 'welcome' | 'closed'): CustomerView => ({
  district: 'Quarry Bay Sewer District',
  station: 'W3',
  training: false,
  theme: 'system',
  shows: { state },
});

describe('between the two windows', () => {
  function wired() {
    const posted: CustomerMessage[] = [];
    let hears: (message: CustomerMessage) => void = () => {};
    const wire = {
      post: (message: CustomerMessage) => void posted.push(message),
      hear: (heard: (message: CustomerMessage) => void) => {
        hears = heard;
        return () => {};
      },
    };
    return { posted, screen: createCustomerScreen(wire, 'one'), ask: () => hears({ says: 'ask' }) };
  }

  test('a page tells each change once, answers when asked, and leaves nothing behind', () => {
    const { posted, screen, ask } = wired();
    ask();
    screen.show(view('welcome'));
    screen.show(view('welcome'));
    ask();
    screen.leave();
    expect(posted).toEqual([
      { says: 'shows', page: 'one', view: view('welcome') },
      { says: 'answers', page: 'one', view: view('welcome') },
      { says: 'shows', page: 'one', view: view('closed') },
    ]);
  });

  const heard = (says: 'shows' | 'answers', page: string, state: 'welcome' | 'closed') =>
    ({ did: 'heard', message: { says, page, view: view(state) } }) as const;

  test('F21 of two pages in one browser, the display follows the one that showed something last', () => {
    const first = hearingReducer(NOTHING_HEARD, heard('answers', 'one', 'welcome'));
    expect(hearingReducer(first, heard('answers', 'two', 'closed'))).toBe(first);
    expect(hearingReducer(first, heard('shows', 'two', 'closed'))).toMatchObject({ page: 'two' });
  });

  test('a page that is gone without a word leaves no payer on the display', () => {
    const asked = (times: number) =>
      Array.from({ length: times }).reduce<ReturnType<typeof hearingReducer>>(
        (hearing) => hearingReducer(hearing, { did: 'asked' }),
        hearingReducer(NOTHING_HEARD, heard('shows', 'one', 'welcome')),
      );
    expect(asked(UNANSWERED_MAX).view).toEqual(view('welcome'));
    expect(asked(UNANSWERED_MAX + 1)).toEqual(NOTHING_HEARD);
    const answered = hearingReducer(asked(UNANSWERED_MAX), heard('answers', 'one', 'welcome'));
    expect(answered.unanswered).toBe(0);
  });
});
