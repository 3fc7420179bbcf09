import { chmodSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { certificateIn, proofIn, type Trust } from '#main/tls/trust';
import { PlainTrouble } from '#main/trouble';

/** What a start says of whom to believe: files, each null for what was said before. */
export type TrustSaid = { authority: string | null; certificate: string | null; key: string | null };

/**
 * Whom a station believes to be its ledger, or null where the machine's own authorities count. What was said once is kept
 * in its folder and holds for every start after it.
 * @throws PlainTrouble where a file is not what it should be
 */
export function trustOf(folder: string, said: TrustSaid): Trust | null {
  const kept = (name: string) => join(folder, `ledger-${name}.pem`);
  if (said.authority !== null) keep(kept('authority'), certificateIn(said.authority));
  if ((said.certificate === null) !== (said.key === null))
    throw new PlainTrouble('--station-cert and --station-key belong together. Give both.');
  if (said.certificate !== null && said.key !== null) {
    const proof = proofIn(said.certificate, said.key);
    keep(kept('own-certificate'), proof.certificate);
    keep(kept('own-key'), proof.key);
  }
  if (!existsSync(kept('authority'))) {
    if (said.certificate !== null) throw new PlainTrouble('--station-cert needs --ledger-ca, the ledger’s authority.');
    return null;
  }
  const hasOwn = existsSync(kept('own-certificate')) && existsSync(kept('own-key'));
  return {
    authority: readFileSync(kept('authority'), 'utf8'),
    own: hasOwn
      ? { certificate: readFileSync(kept('own-certificate'), 'utf8'), key: readFileSync(kept('own-key'), 'utf8') }
      : null,
  };
}

function keep(file: string, text: string): void {
  const unfinished = `${file}.part`;
  writeFileSync(unfinished, text, { mode: 0o600, flush: true });
  chmodSync(unfinished, 0o600);
  renameSync(unfinished, file);
}
