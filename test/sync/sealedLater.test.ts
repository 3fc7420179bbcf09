import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileSecrets, type Seal } from '#main/secrets';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A keychain that anybody can see through. */
const seal: Seal = {
  seal: (secret) => `sealed:${Buffer.from(secret).toString('hex')}`,
  open: (sealed) => Buffer.from(sealed.replace('sealed:', ''), 'hex').toString(),
};

test('what a program beside the window wrote without a seal is read there, and sealed with the next that is kept', async () => {
  await fileSecrets(folder, null).keep('station-key', 'of the station');
  const window = fileSecrets(folder, seal);
  expect(await window.read('station-key')).toBe('of the station');
  await window.keep('mail', 'of the mail');
  expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('of the station');
  expect([await window.read('station-key'), await window.read('mail')]).toEqual(['of the station', 'of the mail']);
  expect(await fileSecrets(folder, null).read('station-key')).toBeNull();
});
