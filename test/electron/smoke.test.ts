import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron } from 'playwright-core';
import { installedElectron } from '#main/start/electronBinary';

const program = installedElectron(process.cwd());
const isPossible = program !== null && existsSync('dist/electron/main.js') && Boolean(process.env.DISPLAY);

/* Only where Electron's program is: everything else about the shell is tested with a stand-in. */
(isPossible ? test : test.skip)(
  'Electron: the built shell shows the page, which reaches its door and nothing of Node',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'counterfoil-electron-'));
    const shell = await _electron.launch({
      executablePath: program ?? '',
      args: ['dist/electron/main.js', '--data', folder],
    });
    try {
      const page = await shell.firstWindow();
      await page.waitForFunction(() => document.title === 'Counterfoil');
      const seen = await page.evaluate(async () => ({
        origin: location.origin,
        node: 'require' in window || 'process' in window,
        answer: await window.counterfoil?.call('station', {}),
      }));
      expect(seen).toMatchObject({ origin: 'counterfoil://app', node: false, answer: { ok: true } });
    } finally {
      await shell.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
  60_000,
);
