import type { Drawer } from '#contract/shapes';
import { recountAfter, recountable } from '#renderer/screens/open/useRecount';

const drawer = (label: string, cashier: string, state: Drawer['state']) =>
  ({ drawer: label, cashier, state }) as Drawer;
const person = { person: 'l.haddad', name: 'Layla Haddad', role: 'cashier' } as const;

test('counted drawers of colleagues may be recounted; the own one and those still open may not', () => {
  const openDrawers = [
    drawer('W3-D0001', 'm.ortiz', 'counted'),
    drawer('W3-D0002', 'l.haddad', 'counted'),
    drawer('W3-D0003', 'p.kowalczyk', 'counting'),
  ];
  expect(recountable({ openDrawers, person }).map((one) => one.drawer)).toEqual(['W3-D0001']);
});

test('the arrows go from one waiting drawer to the next, and stay at the ends', () => {
  const waiting = [drawer('W3-D0001', 'm.ortiz', 'counted'), drawer('W3-D0004', 'p.kowalczyk', 'counted')];
  expect(recountAfter(waiting, 'W3-D0001', 1)).toBe('recount-W3-D0004');
  expect(recountAfter(waiting, 'W3-D0004', 1)).toBe('recount-W3-D0004');
  expect(recountAfter(waiting, 'W3-D0001', -1)).toBe('recount-W3-D0001');
});
