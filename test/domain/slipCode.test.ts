import { isSlipOf, readSlip, slipCode } from '#domain/slipCode';

const HASH = `7c1e90b4a2f8${'0'.repeat(52)}`;
const LABEL = 'W3.2-000417';

test('the code at the foot of a slip reads back as that slip and no other', () => {
  const read = readSlip(slipCode(LABEL, HASH));
  expect(read).toEqual({ shown: 'scanned', label: LABEL, hash: HASH });
  expect(read && isSlipOf(read, LABEL, HASH)).toBe(true);
  expect(read && isSlipOf(read, 'W3.2-000418', HASH)).toBe(false);
  expect(read && isSlipOf(read, LABEL, HASH.replace(/0$/, '1'))).toBe(false);
});

test.each(['7C1E 90B4 A2F8', '7c1e90b4a2f8', ' 7C1E  90b4A2F8 '])('the head is typed as it is printed: %s', (typed) => {
  const read = readSlip(typed);
  expect(read).toEqual({ shown: 'typed', head: '7c1e90b4a2f8' });
  expect(read && isSlipOf(read, LABEL, HASH)).toBe(true);
  expect(read && isSlipOf(read, LABEL, HASH.replace('7c', '7d'))).toBe(false);
});

test.each([
  '',
  '7C1E 90B4',
  '7C1E 90B4 A2F',
  'W3-000417',
  'W3-000417 7C1E',
  HASH,
  'nothing at all',
  '7C1E 90B4 A2F8 00',
])('%p is no slip', (text) => expect(readSlip(text)).toBeNull());
