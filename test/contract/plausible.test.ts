import { admitted } from '#contract/admission';
import type { CallName } from '#contract/contract';
import { AMOUNT_MAX } from '#domain/money';
import { Refusal } from '#domain/refusal';

const commandId = '6a8c3c1c-4b7e-4d8e-9a55-0f6a1c2b3d4e';
const drawer = 'W3-D0001';
const MOST = 'must be at most 9,999,999.99 dollars. Correct it and try again.';
const WORTH = 'must be worth at most 9,999,999.99 dollars. Correct it and try again.';
const TOO_MUCH = { 10000: 100_000 };
/** bug: the page told a pile that cannot be by the name that the door has for it. */
const ALL_OF_ONE = 'Pieces of 100.00';

function refusalOf(name: CallName, input: object): string | null {
  try {
    admitted(name, input);
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'bad_input') return error.message;
    throw error;
  }
}

const slip = (cents: number) => ({ deposit: 'L-P0001', reference: '20261123-7', day: '2026-11-23', cents });
const handoff = (cents: number) => ({ handoff: 'W3-D0001-money-order', items: 2_000, cents });
const count = { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 };
const check = { checkNumber: '1010', cents: AMOUNT_MAX + 1 };
const line = { kind: 'account', accountNumber: '40-11872-03', cents: 100 };

test.each<[CallName, object, string, string]>([
  ['countHandoffs', { commandId, parts: [handoff(1e13)] }, 'parts 1 cents', MOST],
  ['countHandoffs', { commandId, parts: [{ handoff: 'W3-D0001-cash', pieces: TOO_MUCH }] }, ALL_OF_ONE, WORTH],
  ['resolveHandoff', { commandId, counted: handoff(1e9), reason: 'Counted again' }, 'counted cents', MOST],
  ['confirmDeposit', { commandId, ...slip(1e13) }, 'cents', MOST],
  ['correctConfirmation', { commandId, ...slip(1e9), reason: 'Read wrongly' }, 'cents', MOST],
  ['submitCount', { commandId, drawer, count: { ...count, cardTotalCents: 1e12 } }, 'count cardTotalCents', MOST],
  // Ten million dollars of cards, where 594 had been taken.
  ['submitCount', { commandId, drawer, count: { ...count, cardTotalCents: 1e9 } }, 'count cardTotalCents', MOST],
  ['submitCount', { commandId, drawer, count: { ...count, checks: [check] } }, 'count checks 1 cents', MOST],
  ['checkDrawer', { commandId, drawer, count: { ...count, cash: TOO_MUCH } }, ALL_OF_ONE, WORTH],
  ['openDrawer', { commandId, businessDay: '2026-11-23', float: TOO_MUCH }, ALL_OF_ONE, WORTH],
  ['dropCash', { commandId, drawer, pieces: TOO_MUCH }, ALL_OF_ONE, WORTH],
  ['swapChange', { commandId, drawer, out: { 100: 1 }, in: TOO_MUCH }, ALL_OF_ONE, WORTH],
  ['orderChange', { commandId, pieces: TOO_MUCH, reference: 'Bank' }, ALL_OF_ONE, WORTH],
  ['changeFund', { commandId, pieces: TOO_MUCH, isGivenBack: true, resolution: '2026-14' }, ALL_OF_ONE, WORTH],
  ['issueFloat', { commandId, to: 'm.ortiz', station: 'W3', pieces: TOO_MUCH }, ALL_OF_ONE, WORTH],
  ['countSafe', { commandId, pieces: TOO_MUCH }, ALL_OF_ONE, WORTH],
  ['suspendPayment', { commandId, drawer, lines: [{ ...line, cents: 1e9 }], tenderedCents: 0 }, 'lines 1 cents', MOST],
  [
    'takePayment',
    { commandId, drawer, lines: [line], tenders: [{ kind: 'cash', cents: 1e9 }] },
    'tenders 1 cents',
    MOST,
  ],
])('bug: an absurd amount came in by %s and was recorded', (name, input, field, problem) => {
  expect(refusalOf(name, input)).toBe(`The field “${field}” ${problem}`);
});

test('a pile whose denominations are worth too much together is told as a whole', () => {
  const float = { 10000: 99_999, 5000: 2 };
  expect(refusalOf('openDrawer', { commandId, businessDay: '2026-11-23', float })).toBe(`The field “Pieces” ${WORTH}`);
});

test('the largest amount comes in, and so do as many pieces as are worth no more', () => {
  expect(refusalOf('confirmDeposit', { commandId, ...slip(AMOUNT_MAX) })).toBeNull();
  expect(refusalOf('dropCash', { commandId, drawer, pieces: { 1: 100_000, 10000: 99_989 } })).toBeNull();
});
