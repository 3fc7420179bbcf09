import { scrypt, timingSafeEqual } from 'node:crypto';

/** A person's verifier: hex salt and hash, and the cost N. */
export type Verifier = { salt: string; hash: string; cost: number };

/** The cost of new verifiers: about 175 ms off the main thread. */
const PIN_COST = 2 ** 16;

/** Hashes a PIN with scrypt (N = cost, r = 8, p = 1, 32 bytes) on libuv's threads, never on the main one. */
export function hashPin(pin: string, salt: string, cost: number): Promise<string> {
  return new Promise((resolve, reject) => {
    scrypt(
      pin,
      Buffer.from(salt, 'hex'),
      32,
      { N: cost, r: 8, p: 1, maxmem: 256 * cost * 8 + 65_536 },
      (error, key) => {
        if (error) reject(error);
        else resolve(key.toString('hex'));
      },
    );
  });
}

/** Makes the verifier of a new PIN, with a salt of its own. */
export async function newVerifier(pin: string, random: (bytes: number) => Uint8Array): Promise<Verifier> {
  const salt = Buffer.from(random(16)).toString('hex');
  return { salt, hash: await hashPin(pin, salt, PIN_COST), cost: PIN_COST };
}

/** Whether a PIN is the one behind a verifier. Takes as long for a wrong one as for the right one. */
export async function pinIs(pin: string, verifier: Verifier): Promise<boolean> {
  const hash = await hashPin(pin, verifier.salt, verifier.cost);
  const [left, right] = [Buffer.from(hash, 'hex'), Buffer.from(verifier.hash, 'hex')];
  return left.length === right.length && timingSafeEqual(left, right);
}
