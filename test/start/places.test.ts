import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { browserPlaces, findBrowser, openInBrowser } from '#main/start/browser';
import { usualDataFolder } from '#main/start/dataFolder';
import { electronBinary, installedElectron } from '#main/start/electronBinary';
import type { StartOptions } from '#main/start/options';
import { planStart } from '#main/start/plan';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-start-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test.each([
  ['linux', {}, '/home/mae/.local/share/counterfoil/training'],
  ['linux', { XDG_DATA_HOME: '/data' }, '/data/counterfoil/training'],
  ['linux', { XDG_DATA_HOME: 'relative' }, '/home/mae/.local/share/counterfoil/training'],
  ['darwin', {}, '/home/mae/Library/Application Support/counterfoil/training'],
] as const)('the usual data folder on %s with %j', (platform, env, expected) => {
  expect(usualDataFolder('training', { platform, home: '/home/mae', env })).toBe(expected);
});

test('the usual data folder on Windows does not roam', () => {
  const machine = { platform: 'win32', home: 'C:\\Users\\mae' } as const;
  expect(usualDataFolder('station', { ...machine, env: { LOCALAPPDATA: 'D:\\Local' } })).toBe(
    'D:\\Local\\counterfoil\\station',
  );
  expect(usualDataFolder('station', { ...machine, env: {} })).toBe(
    'C:\\Users\\mae\\AppData\\Local\\counterfoil\\station',
  );
});

describe('what a start is going to be', () => {
  const plan = (options: Partial<StartOptions>) =>
    planStart({ ledgerUrl: null, folder, ...options } as StartOptions, { XDG_DATA_HOME: '/data' });

  test('without a ledger a training station, with one a real one', () => {
    expect(plan({})).toEqual({ folder, kind: 'training' });
    expect(plan({ ledgerUrl: 'http://l' })).toEqual({ folder, kind: 'station' });
    if (process.platform === 'linux') {
      expect(plan({ folder: null })).toEqual({ folder: '/data/counterfoil/training', kind: 'training' });
      expect(plan({ folder: null, ledgerUrl: 'http://l' })).toEqual({
        folder: '/data/counterfoil/station',
        kind: 'station',
      });
    }
  });

  test('a folder stays what it was', () => {
    writeFileSync(join(folder, 'station.db'), '');
    expect(plan({})).toEqual({ folder, kind: 'station' });
    // Also where nothing but the note of its journal is left.
    rmSync(join(folder, 'station.db'));
    writeFileSync(join(folder, 'journal-begun'), '');
    expect(plan({})).toEqual({ folder, kind: 'station' });
    mkdirSync(join(folder, 'ledger'));
    expect(plan({})).toEqual({ folder, kind: 'training' });
    expect(plan({ ledgerUrl: 'http://l' })).toEqual({
      wrong: `${folder} holds a training station. Give --data another folder for a station of a ledger.`,
    });
  });
});

describe('the browser', () => {
  const program = (name: string) => {
    writeFileSync(join(folder, name), '');
    chmodSync(join(folder, name), 0o755);
    return join(folder, name);
  };

  test('is looked for in the places of each system', () => {
    expect(browserPlaces({ platform: 'linux', env: { PATH: '/a:/b' } }).slice(0, 2)).toEqual([
      '/a/chromium',
      '/b/chromium',
    ]);
    expect(browserPlaces({ platform: 'linux', env: {} })).toEqual([]);
    expect(browserPlaces({ platform: 'darwin', env: {} })).toContain(
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
    );
    expect(browserPlaces({ platform: 'win32', env: { PROGRAMFILES: 'P' } })[0]).toContain('chrome.exe');
    expect(browserPlaces({ platform: 'win32', env: {} })).toEqual([]);
  });

  test('is the first that can be run', () => {
    writeFileSync(join(folder, 'chromium'), 'cannot be run');
    const edge = program('microsoft-edge');
    program('brave');
    expect(findBrowser({ platform: 'linux', env: { PATH: folder } })).toBe(edge);
  });

  test('what keeps it from opening is said in one sentence', () => {
    expect(openInBrowser('http://x', folder, { platform: 'linux', env: { PATH: folder, DISPLAY: ':0' } })).toBe(
      'No browser of the Chromium family was found. Open the address above in one.',
    );
    program('chromium');
    expect(openInBrowser('http://x', folder, { platform: 'linux', env: { PATH: folder } })).toBe(
      'There is no display for a browser here. Open the address above where there is one.',
    );
  });
});

describe('Electron', () => {
  const withDisplay = { platform: 'linux', env: { DISPLAY: ':0', ELECTRON_MIRROR: 'http://127.0.0.1:9/' } } as const;

  test('is there when its package names a program that exists', async () => {
    const electron = join(folder, 'node_modules', 'electron');
    mkdirSync(join(electron, 'dist'), { recursive: true });
    writeFileSync(join(electron, 'path.txt'), 'electron');
    expect(installedElectron(folder)).toBeNull();
    writeFileSync(join(electron, 'dist', 'electron'), '');
    expect(await electronBinary(folder, withDisplay, () => {})).toEqual({ path: join(electron, 'dist', 'electron') });
  });

  test('that cannot be had is told in one sentence, without a download being begun', async () => {
    const said: string[] = [];
    const found = await electronBinary(folder, withDisplay, (sentence) => said.push(sentence));
    expect(found).toEqual({
      missing:
        'Electron’s program is not on this machine and cannot be downloaded, so the station is served to a browser.',
    });
    expect(said).toEqual([]);
  });

  test('is not tried without a display', async () => {
    expect(await electronBinary(folder, { platform: 'linux', env: {} }, () => {})).toEqual({
      missing: 'There is no display for a window here, so the station is served to a browser.',
    });
  });
});
