import { documentKind } from '#domain/documentKind';

test.each([
  ['W3-000482', 'receipt'],
  ['W3.2-000001', 'receipt'],
  ['W3-B0012', 'batch'],
  ['W3.2-B0001', 'batch'],
  ['L-P0012', 'deposit'],
  ['W3-D0012', null],
  ['W3-C000012', null],
  ['W3-D0012-drop-1', null],
  ['L-G0012', null],
  ['nothing', null],
])('%s is the number of: %s', (label, kind) => {
  expect(documentKind(label)).toBe(kind);
});
