import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { PlainTrouble } from '#main/trouble';

/**
 * Whom a client believes to be the ledger: that authority (PEM) alone, none of the machine's. `own` is what it shows itself,
 * where the ledger asks for that.
 */
export type Trust = { authority: string; own: Proof | null };

/** A certificate (PEM, those that lead to its authority behind it) and its key. */
export type Proof = { certificate: string; key: string };

/**
 * Reads a certificate from a file.
 * @throws PlainTrouble where it holds none
 */
export function certificateIn(file: string): string {
  const text = readFileSync(file, 'utf8');
  try {
    new X509Certificate(text);
  } catch {
    throw new PlainTrouble(`${file} holds no certificate. Name a PEM file, which begins with BEGIN CERTIFICATE.`);
  }
  return text;
}

/**
 * Reads a certificate and its key.
 * @throws PlainTrouble where one of them is not in its file, or the two do not belong together
 */
export function proofIn(certificateFile: string, keyFile: string): Proof {
  const certificate = certificateIn(certificateFile);
  const key = readFileSync(keyFile, 'utf8');
  const isItsKey = () => {
    try {
      return new X509Certificate(certificate).checkPrivateKey(createPrivateKey(key));
    } catch {
      return false;
    }
  };
  if (!isItsKey())
    throw new PlainTrouble(
      `${keyFile} does not hold the key of ${certificateFile}. Name the PEM file that came with it.`,
    );
  return { certificate, key };
}

/** Whether what is said to an address can be read by others on the way: plain http that leaves this machine. */
export function isReadByOthers(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && !/^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(hostname);
}
