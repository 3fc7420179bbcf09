import { HOME, type Route, routeReducer } from '#renderer/screens/route';

const found: Route = { at: 'receipts', label: 'W3-000002', text: 'hale' };
const toVoid = { go: { at: 'void', label: 'W3-000002' }, leaving: found } as const;

test('bug: who does not void after all comes back to the receipt that was found', () => {
  const receipts = routeReducer(HOME, { go: { at: 'receipts', label: null } });
  expect(routeReducer(routeReducer(receipts, toVoid), { go: 'back' })).toEqual([...HOME, found]);
});

test('a place that one does not stand on is not left', () => {
  expect(routeReducer(HOME, toVoid)).toEqual([...HOME, toVoid.go]);
  expect(routeReducer([{ at: 'receipts', label: null }], toVoid)).toEqual([found, toVoid.go]);
});

test('what was undone is looked at, and back from there leads home', () => {
  const trail = routeReducer([...HOME, found, toVoid.go], { go: { at: 'receipts', label: 'W3-000002' }, afresh: true });
  expect(routeReducer(trail, { go: 'back' })).toEqual(HOME);
});
