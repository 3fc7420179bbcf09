import { createPrivateKey, createPublicKey } from 'node:crypto';
import type { AccountDelta, OpenCharge } from '#domain/account';
import type { Policy } from '#domain/district';
import { hashPin } from '#main/chain/pin';
import { sampleDistrict } from '#main/sample/district';
import type { PersonDelta } from '#main/sync/wire';

/* The small district of the tests: the sample's policy and people, and a few accounts made by hand. */

/** An X25519 key that everybody knows: 32 times the same byte. */
const privateKey = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), Buffer.alloc(32, 0x51)]),
  format: 'der',
  type: 'pkcs8',
});
const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });

/** The private half of the district's check key, in PEM: what finance would hold. */
export const CHECK_KEY = privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;

const file = sampleDistrict('2026-11-23', publicKey.toString('base64'), Buffer.alloc(32, 0x4d).toString('base64'));
const { people: firstPeople, ...rest } = file;

/** The sample pays nothing out of a drawer; this district pays a little. */
export const POLICY: Policy = { ...rest, paidOut: { maxCents: 5_000 } };

/** First PINs by person. */
export const PINS: ReadonlyMap<string, string> = new Map(firstPeople.map((person) => [person.person, person.firstPin]));

/** What each of them is called. */
export const NAMES: ReadonlyMap<string, string> = new Map(firstPeople.map(({ person, name }) => [person, name]));

/** The people of the sample with verifiers of a small cost, so that tests need not wait for scrypt. */
export async function people(): Promise<PersonDelta[]> {
  return Promise.all(
    firstPeople.map(async ({ person, name, role, firstPin }) => {
      const salt = Buffer.from(person.padEnd(16, '.').slice(0, 16)).toString('hex');
      return { person, name, role, active: true, pin: { salt, hash: await hashPin(firstPin, salt, 2), cost: 2 } };
    }),
  );
}

let nextCharge = 1;

/** One open charge; `cents` is still open. */
export function charge(kind: OpenCharge['kind'], period: string, dueDay: string, openCents: number): OpenCharge {
  const bars = kind === 'penalty' ? '3597001' : kind === 'interest' ? '3611401' : '3435001';
  return { chargeId: nextCharge++, kind, period, dueDay, openCents, fund: '401', bars };
}

/** One account with its open charges. */
export function account(
  accountNumber: string,
  customer: string,
  charges: OpenCharge[],
  more: Partial<AccountDelta> = {},
): AccountDelta {
  return {
    accountNumber,
    customer,
    serviceAddress: '118 Quarry Rd',
    mailingAddress: '118 Quarry Rd, Quarry Bay WA 98370',
    parcel: '0418-22-0071',
    phone: '360-555-0100',
    email: '',
    status: 'active',
    language: 'en',
    flags: [],
    contract: '',
    permits: [],
    notes: '',
    charges,
    unappliedCents: 0,
    payments: [],
    appliedThrough: { epoch: 0, sequence: 0 },
    ...more,
  };
}
