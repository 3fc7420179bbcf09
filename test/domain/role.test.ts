import { type Role, type WorkPlace, whyNoYes } from '#domain/role';

/* Whose yes counts: the rule that a yes is refused by, and that lists are made by. */

const asked = (place: WorkPlace) => ({ place, asker: 'j.whitebear', without: ['m.ortiz', 'e.lindqvist'] });

test.each<[string, Role | null, WorkPlace, ReturnType<typeof whyNoYes>]>([
  ['i.solheim', 'supervisor', 'drawer', null],
  ['i.solheim', 'supervisor', 'office', null],
  ['p.finance', 'finance', 'office', null],
  ['p.finance', 'finance', 'drawer', 'approver_not_supervisor'],
  ['l.haddad', 'cashier', 'office', 'approver_not_office'],
  ['s.park', 'auditor', 'office', 'approver_not_office'],
  ['n.obody', null, 'drawer', 'approver_not_supervisor'],
  ['j.whitebear', 'supervisor', 'office', 'approval_not_theirs'],
  ['e.lindqvist', 'finance', 'office', 'approval_not_theirs'],
])('the yes of %s, %s, at the %s', (person, role, place, why) => {
  expect(whyNoYes({ person, role }, asked(place))).toBe(why);
});
