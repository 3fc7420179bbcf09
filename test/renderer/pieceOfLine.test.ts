import { isPieceOfLine } from '#renderer/screens/counter/find/pieceOfLine';

test.each(['40118720', '0040 1187 2031', '40118720300008640300123456789012345678'])(
  '%s is a piece of a bill line',
  (text) => {
    expect(isPieceOfLine(text)).toBe(true);
  },
);

test.each([
  ['too short', '4011872'],
  ['an account’s number', '401187203'],
  ['a phone’s or a parcel’s', '3605550142'],
  ['a phone’s with its country', '13605550142'],
  ['words', 'Hale 40118720'],
])('%s is none', (_, text) => {
  expect(isPieceOfLine(text)).toBe(false);
});
