import type { ChangeOrder } from '#contract/changeOrderCalls';
import {
  blankChangeOrder,
  type ChangeOrderAction,
  type ChangeOrderForm,
  changeOrderNotYet,
  changeOrderReducer,
  receivedMore,
  toldOrder,
  toldReceiving,
} from '#renderer/screens/safe/changeOrderForm';

const ORDER: ChangeOrder = {
  ...{ order: 'L-G0007', cents: 20_000, reference: 'Skagit Bank' },
  ...{ orderedAt: 0, personName: 'Joseph Whitebear', received: null },
};
const done = (order: ChangeOrder | null, ...actions: ChangeOrderAction[]): ChangeOrderForm =>
  actions.reduce(changeOrderReducer, blankChangeOrder('id', order));
const pieces = (text: string): ChangeOrderAction => ({ did: 'typedPieces', worth: 2_000, column: 'loose', text });
const words = (text: string): ChangeOrderAction => ({ did: 'typedWords', text });

test('an order wants pieces, then to whom it goes, then a second person', () => {
  expect(changeOrderNotYet(done(null))?.place).toBe('loose-10000');
  expect(changeOrderNotYet(done(null, pieces('10')))).toEqual({ why: 'Say to whom it goes', place: 'words' });
  const told = done(null, pieces('10'), words(' Skagit Bank '));
  expect(changeOrderNotYet(told)?.place).toBe('approvalPin');
  expect(toldOrder(told)).toEqual({ pieces: { 2000: 10 }, reference: 'Skagit Bank' });
  expect(toldReceiving(told)).toBeNull();
  expect(toldOrder(done(null, pieces('1.5'), words('Skagit Bank')))).toBeNull();
});

test('what came back wants a reason only where it differs, and says by how much', () => {
  expect(receivedMore(done(ORDER))).toBeNull();
  const even = done(ORDER, pieces('10'));
  expect([receivedMore(even), changeOrderNotYet(even)?.place]).toEqual([0, 'approvalPin']);
  expect(toldReceiving(even)).toEqual({ order: 'L-G0007', pieces: { 2000: 10 } });
  const short = done(ORDER, pieces('9'));
  expect([receivedMore(short), changeOrderNotYet(short)]).toEqual([
    -2_000,
    { why: 'Say why it differs', place: 'words' },
  ]);
  const told = done(ORDER, pieces('9'), words('A note is missing'));
  expect(toldReceiving(told)).toEqual({ order: 'L-G0007', pieces: { 2000: 9 }, reason: 'A note is missing' });
});

test.each([
  ['safe_short', {}, 'loose-10000'],
  ['change_reason_needed', {}, 'words'],
  ['card_number_in_text', { field: 'reference' }, 'words'],
])('the hand goes where %s is mended', (code, facts, place) => {
  const refused = { did: 'refused', trouble: { code, facts, sentence: 'No.' } } as unknown as ChangeOrderAction;
  expect(done(ORDER, refused).focus.on).toBe(place);
});
