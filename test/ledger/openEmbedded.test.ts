import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { migrate } from '#db/ledger/migrate';
import { openEmbedded } from '#db/ledger/openEmbedded';
import { BLANK_DATABASE } from '#test/support/ledger';

describe('an embedded database', () => {
  let parent: string;
  let folder: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'counterfoil-embedded-'));
    folder = join(parent, 'pglite');
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  /** What a kill leaves in the second and a half that the first start takes. */
  function beCutOff(): void {
    mkdirSync(join(folder, 'base'), { recursive: true });
    writeFileSync(join(folder, 'PG_VERSION'), '17\n');
    writeFileSync(`${folder}.unfinished`, '');
  }

  test('bug: one that was cut off while it was made is made anew', async () => {
    beCutOff();
    const db = await openEmbedded(folder, BLANK_DATABASE);
    await migrate(db, 7);
    await db.close();
    expect(readdirSync(parent)).toEqual(['pglite', 'pglite.cut-off']);
    expect(readdirSync(`${folder}.cut-off`)).toContain('PG_VERSION');
    const again = await openEmbedded(folder, BLANK_DATABASE);
    const rows = await again.asOwner((tx) => tx.query<{ number: number }>('SELECT number FROM migrations'));
    await again.close();
    expect(rows.length).toBeGreaterThan(0);
  });

  test('one that was whole is never taken for unfinished, however broken it is', async () => {
    beCutOff();
    rmSync(`${folder}.unfinished`);
    await expect(openEmbedded(folder, BLANK_DATABASE)).rejects.toThrow();
    expect(existsSync(join(folder, 'PG_VERSION'))).toBe(true);
  });
});
