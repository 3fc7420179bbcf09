import type { AccountHit } from '#contract/shapes';
import { oneExact } from '#renderer/screens/counter/find/oneExact';

function hit(accountNumber: string, more: Partial<AccountHit> = {}): AccountHit {
  return {
    accountNumber,
    customer: 'Nguyen, Kevin',
    serviceAddress: '12 Tide St',
    status: 'active',
    flags: [],
    balanceCents: 8_640,
    foundIn: 'account',
    foundText: accountNumber,
    alike: null,
    ...more,
  };
}

const PERMIT = { foundIn: 'permit', foundText: 'W3-0004' } as const;

test.each([
  ['its account number, without dashes', [hit('40-10304-01'), hit('40-10304-02')], '401030401', '40-10304-01'],
  ['its permit', [hit('40-10304-01', PERMIT)], 'W3-0004', '40-10304-01'],
])('a scan means the one account that has %s', (_, hits, scanned, expected) => {
  expect(oneExact(hits, scanned)?.accountNumber).toBe(expected);
});

test.each([
  ['a number that only begins so', [hit('40-10304-01')], '4010304'],
  ['two accounts of one permit', [hit('40-10304-01', PERMIT), hit('40-10304-02', PERMIT)], 'W3-0004'],
  ['a name', [hit('40-10304-01', { foundIn: 'name', foundText: 'Nguyen' })], 'nguyen'],
  ['what is only alike', [hit('40-10304-01', { ...PERMIT, alike: 'w3-0004' })], 'W3-0004'],
  ['nothing found', [], '401030401'],
])('a scan stops on the list at %s', (_, hits, scanned) => {
  expect(oneExact(hits, scanned)).toBeNull();
});
