import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';

/** Where the passwords of a station lie. */
export type SecretStore = {
  /** `sealed` by the machine's keychain; `file`: only the file's rights keep others away, which is for training. */
  kind: 'sealed' | 'file';
  /** The secret of that name, or null where none is kept or it cannot be opened here. */
  read(name: string): Promise<string | null>;
  /** Keeps a secret, or forgets it. */
  keep(name: string, secret: string | null): Promise<void>;
};

/** Seals a secret so that only this machine opens it again. */
export type Seal = { seal(secret: string): string; open(sealed: string): string };

const FILE = 'secrets.json';
const NOTE = 'Passwords of this station. Without a keychain they are only kept from other users: meant for training.';
const Kept = z.object({ note: z.string(), sealed: z.boolean(), secrets: z.record(z.string(), z.string()) });

/**
 * Secrets in one file of the data folder that its user alone may read, each sealed where there is a seal. It is written
 * whole or not at all.
 */
export function fileSecrets(folder: string, seal: Seal | null): SecretStore {
  const file = join(folder, FILE);
  const isSealed = seal !== null;
  let turn: Promise<unknown> = Promise.resolve();
  return {
    kind: isSealed ? 'sealed' : 'file',
    async read(name) {
      try {
        const { sealed, secrets } = await kept(file, isSealed);
        const secret = secrets[name];
        if (secret === undefined || (sealed && !isSealed)) return null;
        return seal && sealed ? seal.open(secret) : secret;
      } catch {
        // A damaged file or another machine's seal: a person types the password again.
        return null;
      }
    },
    keep(name, secret) {
      const written = turn.then(async () => {
        const before = await kept(file, isSealed).catch(() => null);
        const secrets = before === null ? {} : carriedOver(before, seal);
        delete secrets[name];
        if (secret !== null) secrets[name] = seal ? seal.seal(secret) : secret;
        await write(file, JSON.stringify({ note: NOTE, sealed: isSealed, secrets }, null, 2));
      });
      turn = written.catch(() => {});
      return written;
    },
  };
}

/** What was written without a seal, by a program beside the window, is sealed with the next that is kept. */
function carriedOver({ sealed, secrets }: z.infer<typeof Kept>, seal: Seal | null): Record<string, string> {
  if (sealed === (seal !== null)) return secrets;
  if (seal === null) return {};
  return Object.fromEntries(Object.entries(secrets).map(([name, secret]) => [name, seal.seal(secret)]));
}

async function kept(file: string, isSealed: boolean): Promise<z.infer<typeof Kept>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error;
    return null;
  });
  return text === null ? { note: NOTE, sealed: isSealed, secrets: {} } : Kept.parse(JSON.parse(text));
}

async function write(file: string, text: string): Promise<void> {
  const unfinished = `${file}.part`;
  await rm(unfinished, { force: true });
  await writeFile(unfinished, text, { mode: 0o600, flush: true });
  await rename(unfinished, file);
}
