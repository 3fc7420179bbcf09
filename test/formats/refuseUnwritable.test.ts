import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { refuseUnwritable } from '#main/ledger/refuseUnwritable';

test('bug: a GL export was made before it was known whether its file can be written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'gl-'));
  await expect(refuseUnwritable(join(folder, 'nowhere', 'x.csv'))).rejects.toThrow('Nothing was exported');
  await expect(refuseUnwritable(folder)).rejects.toThrow('Nothing was exported');
  await refuseUnwritable(join(folder, 'x.csv'));
  expect(readdirSync(folder)).toEqual([]);
});
