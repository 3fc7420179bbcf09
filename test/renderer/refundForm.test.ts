import type { RefusalCode } from '#domain/refusal';
import {
  blankRefund,
  meansFor,
  placesLeft,
  type RefundAction,
  refundCents,
  refundNotYet,
  refundReducer,
  toldRefund,
  wrongPart,
} from '#renderer/screens/refund/refundForm';
import { cardView, permitView, twoLineView, withoutLine } from '../support/receiptViews.ts';

const ID = '8d5c2b0e-0000-4000-8000-000000000001';
const DRAWER = 'W3-D0001';
const VIEW = twoLineView();

const of = (view = VIEW, drawer: string | null = DRAWER) => blankRefund(ID, 1_000, view, drawer);
const done = (...actions: RefundAction[]) => actions.reduce(refundReducer, of());
const part = (place: number, text: string): RefundAction => ({ did: 'typedPart', place, text });
const by = (means: 'cash' | 'warrant' | `card ${number}`): RefundAction => ({ did: 'choseMeans', means });
const because: RefundAction = { did: 'choseReason', reason: 'overpaid' };
const pin: RefundAction = { did: 'typedPin', pin: '8153' };
const code = (text: string): RefundAction => ({ did: 'typedCode', text });

test('the hand begins at the first line of which something is left', () => {
  expect(of()).toMatchObject({ commandId: ID, parts: {}, focus: { on: 'part 0' } });
  expect(of(withoutLine(VIEW, 0)).focus.on).toBe('part 1');
  expect(placesLeft(withoutLine(VIEW, 0))).toEqual([1]);
});

describe('how it goes back', () => {
  test('is what fits best first: cash for cash, the card for what only cards paid', () => {
    expect(meansFor(VIEW, DRAWER)).toEqual(['cash', 'warrant']);
    expect(meansFor(cardView(), DRAWER)).toEqual(['cash', 'card 0', 'warrant']);
    expect(meansFor(cardView('cash first'), DRAWER)).toEqual(['cash', 'card 1', 'warrant']);
    const byCard = cardView();
    const alone = { ...byCard, standing: { ...byCard.standing, tenders: byCard.standing.tenders.slice(0, 1) } };
    expect(meansFor(alone, DRAWER)).toEqual(['card 0', 'cash', 'warrant']);
    expect(of(alone).means).toBe('card 0');
  });

  test('is never cash without an own open drawer', () => {
    expect(meansFor(VIEW, null)).toEqual(['warrant']);
    expect(meansFor(permitView(), null)).toEqual(['warrant']);
    expect(of(VIEW, null).means).toBe('warrant');
  });
});

test('amounts are typed line by line, and are worth nothing while they cannot be read', () => {
  const form = done(part(0, '10.00'), part(1, '2+3'));
  expect(refundCents(form)).toBe(1_500);
  expect(refundCents(refundReducer(form, part(1, '3.5x')))).toBe(1_000);
});

test.each([
  ['12.345', /two decimals/],
  ['abc', /not an amount/],
  ['-5', /negative/],
])(
  'bug: a refund of %s beside a good amount is refused at its field, never left out of what is approved',
  (text, why) => {
    const form = done(part(0, text), part(1, '50'), because, pin);
    expect(wrongPart(form)).toEqual({ under: 'part 0', sentence: expect.stringMatching(why) });
    expect(toldRefund(form, VIEW, DRAWER)).toBeNull();
    expect(wrongPart(refundReducer(form, part(0, '')))).toBeNull();
  },
);

test('all that is left is taken at once, and the hand goes to the means', () => {
  const whole = refundReducer(done(part(0, '1')), { did: 'tookWhole', view: VIEW });
  expect(whole).toMatchObject({ parts: { 0: '101.40', 1: '1,163.25' }, focus: { on: 'means' } });
  expect(refundCents(whole)).toBe(126_465);
  const left = refundReducer(of(), { did: 'tookWhole', view: withoutLine(VIEW, 0) });
  expect(left.parts).toEqual({ 1: '1,163.25' });
});

test('another means needs another approval of the terminal', () => {
  expect(done(by('card 0'), code('0R123')).approvalCode).toBe('0R123');
  expect(done(by('card 0'), code('0R123'), by('card 1')).approvalCode).toBe('');
});

test.each<[string, RefundAction]>([
  ['another amount', part(0, '11')],
  ['the whole of it', { did: 'tookWhole', view: VIEW }],
  ['another means', by('warrant')],
  ['another code', code('0R124')],
  ['another reason', { did: 'choseReason', reason: 'paid_twice' }],
  ['another word', { did: 'typedWords', words: 'at the bank' }],
])('%s takes back the PIN that was typed for what was shown before', (_, change) => {
  const approved = done(part(0, '10'), because, pin);
  expect(approved.approval.pin).toBe('8153');
  expect(refundReducer(approved, change).approval.pin).toBe('');
});

describe('not yet', () => {
  test.each<[string, RefundAction[], string | null]>([
    ['without an amount', [because, pin], 'amount'],
    ['with amounts of nothing', [part(0, '0'), part(1, ''), because, pin], 'amount'],
    ['to a card without the terminal’s approval', [part(0, '10'), by('card 0'), because, pin], 'code'],
    ['to a card with half of it', [part(0, '10'), by('card 0'), code('0'), because, pin], 'code'],
    ['without a reason', [part(0, '10'), pin], 'reason'],
    ['without a PIN', [part(0, '10'), because], 'pin'],
    ['once all is said', [part(0, '10'), because, pin], null],
    ['once all is said of a card', [part(0, '10'), by('card 0'), code('0R123'), because, pin], null],
  ])('%s', (_, actions, gap) => {
    expect(refundNotYet(done(...actions))).toBe(gap);
  });
});

describe('what is asked of the station', () => {
  test('is each line with an amount, in the order of the receipt, and a drawer for cash', () => {
    const form = done(part(1, '5'), part(0, '10'));
    expect(toldRefund(form, VIEW, DRAWER)).toEqual({
      parts: [
        { place: 0, cents: 1_000 },
        { place: 1, cents: 500 },
      ],
      means: { kind: 'cash', drawer: DRAWER },
    });
    expect(toldRefund(refundReducer(form, part(1, '')), VIEW, DRAWER)?.parts).toEqual([{ place: 0, cents: 1_000 }]);
  });

  test('is the card that paid, with the terminal’s approval', () => {
    const view = cardView('cash first');
    const form = done(part(0, '10'), by('card 1'), code('0R123'));
    expect(toldRefund(form, view, DRAWER)?.means).toEqual({
      kind: 'card',
      brand: 'visa',
      lastFour: '8841',
      approvalCode: '0R123',
    });
    expect(toldRefund(refundReducer(form, by('card 0')), view, DRAWER)).toBeNull();
    const tenderOfCash = done(part(0, '10'), by('card 0'), code('0R123'));
    expect(toldRefund(tenderOfCash, view, DRAWER)).toBeNull();
  });

  test('is a warrant, which needs no drawer; cash needs one', () => {
    expect(toldRefund(done(part(0, '10'), by('warrant')), VIEW, null)?.means).toEqual({ kind: 'warrant' });
    expect(toldRefund(done(part(0, '10')), VIEW, null)).toBeNull();
  });

  test('is nothing while no amount is typed', () => {
    expect(toldRefund(done(because), VIEW, DRAWER)).toBeNull();
  });
});

test.each<[RefusalCode | null, string, string]>([
  ['bad_input', 'refund means approvalCode', 'code'],
  ['card_number_in_text', 'approvalCode', 'code'],
  ['card_number_in_text', 'words', 'words'],
  ['pin_wrong', '', 'approvalPin'],
  ['approval_lapsed', '', 'approvalPin'],
  ['refund_cash_short', '', 'primary'],
  ['refund_too_large', '', 'part 1'],
  [null, '', 'primary'],
])('the refusal %s of “%s” stands under %s, with the hand on it', (refusal, field, under) => {
  const form = done(
    part(0, '10'),
    because,
    pin,
    { did: 'sent' },
    {
      did: 'refused',
      trouble: { code: refusal, facts: { field, place: 1 }, sentence: 'No.' },
    },
  );
  expect(form).toMatchObject({
    busy: false,
    parts: { 0: '10' },
    approval: { pin: '' },
    trouble: { under, sentence: 'No.' },
    focus: { on: under },
  });
});
