import type { Drawer } from '#contract/shapes';
import { careOf, drawerSaid } from '#renderer/frame/drawerSaid';
import type { Station } from '#renderer/frame/station';

const drawer: Drawer = {
  drawer: 'W3-D0001',
  batch: 'W3-D0001',
  cashier: 'm.ortiz',
  cashierName: 'Marisol Ortiz',
  state: 'open',
  businessDay: '2026-11-27',
  openedAt: Date.parse('2026-11-23T16:00:00Z'),
  receipts: 0,
};
const other = { ...drawer, drawer: 'W3-D0002', cashier: 'd.tran', cashierName: 'Duc Tran' };
const seenBy = (role: NonNullable<Station['person']>['role'] | null, own: Drawer | null, openDrawers: Drawer[]) =>
  drawerSaid({ person: role && { person: 'x', name: 'X', role }, drawer: own, openDrawers });

test.each(['open', 'parked', 'counting', 'counted'] as const)(
  'bug: a drawer that is %s says for which day it is, when that is not today',
  (state) => {
    const here = { timeZone: 'America/Los_Angeles', today: '2026-11-23' };
    expect(careOf({ ...drawer, state }, here)).toBe('M. Ortiz since 8:00 · for Fri Nov 27');
    expect(careOf({ ...drawer, state }, { ...here, today: '2026-11-27' })).toBe('M. Ortiz since 8:00');
  },
);

test('bug: while somebody else’s drawer is open, nobody is told that it is closed', () => {
  expect(seenBy('cashier', null, [drawer])).toEqual({ said: 'No drawer of yours' });
  expect(seenBy('supervisor', null, [drawer, other])).toEqual({ said: 'No drawer of yours' });
  expect(seenBy('finance', null, [drawer])).toBeNull();
  expect(seenBy(null, null, [drawer, other])).toEqual({ said: '2 drawers in use' });
});

test('the own drawer, the only one before anybody signs in, and none at all', () => {
  expect(seenBy('cashier', drawer, [other, drawer])).toEqual({ drawer });
  expect(seenBy(null, null, [drawer])).toEqual({ drawer });
  expect(seenBy('finance', null, [])).toEqual({ said: 'Drawer closed' });
});
