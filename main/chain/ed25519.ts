import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';

/** Bytes of the secret from which a pair of Ed25519 keys is made. */
export const SEED_BYTES = 32;

/** A public key as it is told: its 32 bytes in base64url. */
export const PUBLIC_KEY = /^[A-Za-z0-9_-]{43}$/;
/** A signature as it is told: its 64 bytes in base64url. */
export const SIGNATURE = /^[A-Za-z0-9_-]{86}$/;

/** What stands before the secret's bytes in a private key's standard form (RFC 8410). */
const BEFORE_SEED = Buffer.from('302e020100300506032b657004220420', 'hex');

/**
 * The public key of a secret.
 * @param seed {@link SEED_BYTES} bytes in base64url
 */
export function publicKeyOf(seed: string): string {
  const { x } = createPublicKey(privateKey(seed)).export({ format: 'jwk' });
  return String(x);
}

/** Signs a text; the same text always comes to the same signature. */
export function signed(seed: string, text: string): string {
  return sign(null, Buffer.from(text), privateKey(seed)).toString('base64url');
}

/** Whether a signature is that key's, of that text. What is no key or no signature at all is nobody's. */
export function isSignedBy(publicKey: string, text: string, signature: string): boolean {
  if (!PUBLIC_KEY.test(publicKey) || !SIGNATURE.test(signature)) return false;
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x: publicKey } });
  return verify(null, Buffer.from(text), key, Buffer.from(signature, 'base64url'));
}

function privateKey(seed: string) {
  const key = Buffer.concat([BEFORE_SEED, Buffer.from(seed, 'base64url')]);
  return createPrivateKey({ format: 'der', type: 'pkcs8', key });
}
