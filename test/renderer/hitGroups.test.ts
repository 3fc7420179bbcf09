import type { AccountHit } from '#contract/shapes';
import { groupOf, inGroups } from '#renderer/screens/counter/find/hitGroups';

function hit(accountNumber: string, more: Partial<AccountHit> = {}): AccountHit {
  return {
    accountNumber,
    customer: 'Graham, Hannah',
    serviceAddress: '27 Tide St',
    status: 'active',
    flags: [],
    balanceCents: 10_140,
    foundIn: 'address',
    foundText: '27 Tide St',
    alike: null,
    ...more,
  };
}

test('bug: a whole parcel or phone number means its own account, before one that has its parts in other fields', () => {
  const stray = hit('40-10001-01');
  const parcel = hit('40-10002-01', { foundIn: 'parcel', foundText: '0418-27-1162' });
  const phone = hit('40-10003-01', { foundIn: 'phone', foundText: '360-555-2368' });
  expect(inGroups([stray, parcel], '0418-27-1162')).toEqual([parcel, stray]);
  expect(inGroups([stray, parcel], '0418271162')).toEqual([parcel, stray]);
  expect(inGroups([stray, phone], '(360) 555-2368')).toEqual([phone, stray]);
});

test('a part of a number found in another field stands below what the table shows, and what is alike at the end', () => {
  const alike = hit('40-10001-01', { alike: 'tied' });
  const part = hit('40-10002-01', { foundIn: 'parcel', foundText: '0418-27-1162' });
  const shown = hit('40-10003-01');
  expect(inGroups([alike, part, shown], '0418-27')).toEqual([shown, part, alike]);
  expect([alike, part, shown].map((one) => groupOf(one, '0418-27'))).toEqual(['alike', 'elsewhere', 'shown']);
});
