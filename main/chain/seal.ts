import { createCipheriv, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync } from 'node:crypto';

/**
 * Seals a short secret to the district's X25519 public key: an ephemeral key pair, HKDF-SHA-256 and AES-256-GCM. Who
 * seals cannot open it again. Answers `1.<ephemeral key>.<ciphertext + tag>` in base64url; the key is used once, so the
 * nonce is all zeros (RFC 9180 uses the same composition).
 * @param publicKey base64 of the key's SPKI form, as in `district.json`
 */
export function seal(secret: string, publicKey: string): string {
  const district = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const ephemeral = generateKeyPairSync('x25519');
  const spki = ephemeral.publicKey.export({ format: 'der', type: 'spki' });
  const shared = diffieHellman({ privateKey: ephemeral.privateKey, publicKey: district });
  const key = Buffer.from(hkdfSync('sha256', shared, spki, 'counterfoil check account 1', 32));
  const cipher = createCipheriv('aes-256-gcm', key, Buffer.alloc(12));
  const sealed = Buffer.concat([cipher.update(secret, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  return `1.${spki.toString('base64url')}.${sealed.toString('base64url')}`;
}
