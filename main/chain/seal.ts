import { createCipheriv, createPrivateKey, createPublicKey, diffieHellman, hkdfSync } from 'node:crypto';
import { assert } from '#domain/assert';

/** What stands before the 32 bytes of an X25519 private key in its PKCS #8 form (RFC 8410). */
const PKCS8_X25519 = Buffer.from('302e020100300506032b656e04220420', 'hex');

/**
 * Seals a short secret to the district's X25519 public key: an ephemeral key pair, HKDF-SHA-256 and AES-256-GCM. Who
 * seals cannot open it again. Answers `1.<ephemeral key>.<ciphertext + tag>` in base64url; the key is used once, so the
 * nonce is all zeros (RFC 9180 uses the same composition).
 * @param publicKey base64 of the key's SPKI form, as in `district.json`
 * @param random so many unpredictable bytes, of which the ephemeral key is made
 */
export function seal(secret: string, publicKey: string, random: (bytes: number) => Uint8Array): string {
  const district = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const chance = random(32);
  assert(chance.length === 32, 'a key is made of 32 bytes');
  const ephemeral = createPrivateKey({ key: Buffer.concat([PKCS8_X25519, chance]), format: 'der', type: 'pkcs8' });
  const spki = createPublicKey(ephemeral).export({ format: 'der', type: 'spki' });
  const shared = diffieHellman({ privateKey: ephemeral, publicKey: district });
  const key = Buffer.from(hkdfSync('sha256', shared, spki, 'counterfoil check account 1', 32));
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `1.${spki.toString('base64url')}.${sealed.toString('base64url')}`;
}
