import { createDecipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { assert } from '#domain/assert';

/**
 * Opens what {@link seal} sealed. Only finance holds the private key; no station ever does.
 * @param privateKey PEM of the district's X25519 private key
 */
export function unseal(sealed: string, privateKey: string): string {
  const [version, spki = '', body = ''] = sealed.split('.');
  assert(version === '1', 'this was sealed in another way');
  const ephemeral = Buffer.from(spki, 'base64url');
  const publicKey = createPublicKey({ key: ephemeral, format: 'der', type: 'spki' });
  const shared = diffieHellman({ privateKey: createPrivateKey(privateKey), publicKey });
  const key = Buffer.from(hkdfSync('sha256', shared, ephemeral, 'counterfoil check account 1', 32));
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.alloc(12));
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString('utf8');
}
