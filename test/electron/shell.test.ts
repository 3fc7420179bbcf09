import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Announcement, Answer, Door } from '#contract/answer';
import { relay } from '#main/electron/relay';
import { startShell } from '#main/electron/shell';
import { CONTENT_SECURITY_POLICY } from '#main/pageFiles';
import { takeHold } from '#main/start/hold';
import { app, control, forget, screens, told, toldOf, utilities, WebContents, windows } from './standIn.ts';

jest.mock('electron', () => jest.requireActual('./standIn.ts'));

let home: string;
let folder: string;
let built: string;
let said: jest.SpyInstance;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'counterfoil-shell-'));
  folder = join(home, 'data');
  built = join(home, 'dist');
  mkdirSync(join(built, 'page', 'assets'), { recursive: true });
  writeFileSync(join(built, 'page', 'index.html'), '<title>Counterfoil</title>');
  writeFileSync(join(home, 'secret.txt'), 'secret');
  forget();
  said = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
});
afterEach(async () => {
  if (windows.length > 0) await quit();
  said.mockRestore();
  rmSync(home, { recursive: true });
});

const start = (...flags: string[]) => startShell(built, ['--data', folder, ...flags]);

/** Quits as the operating system asks for it, and waits until the shell lets the app exit. */
async function quit(): Promise<void> {
  if (toldOf('app.exit').length > 0) return;
  app.emit('before-quit', { preventDefault() {} });
  for (let turn = 0; turn < 200 && toldOf('app.exit').length === 0; turn += 1) await new Promise(setImmediate);
}

const handlerOf = (what: string) => toldOf(what)[0]?.at(-1) as (...all: unknown[]) => unknown;

type Relayed = (event: unknown, name: unknown, input: unknown) => Promise<Answer<unknown>>;
const relayed = () => toldOf('ipcMain.handle')[0]?.[1] as Relayed;
function fromPage(): { sender: WebContents; senderFrame: { origin: string } | null } {
  const contents = windows[0]?.webContents ?? new WebContents();
  return { sender: contents, senderFrame: contents.mainFrame };
}

test('what must come before the app is ready does, in this order', async () => {
  await start();
  expect(told.map(({ what }) => what).slice(0, 5)).toEqual([
    'app.setPath',
    'app.requestSingleInstanceLock',
    'app.enableSandbox',
    'protocol.registerSchemesAsPrivileged',
    'app.whenReady',
  ]);
  expect(toldOf('app.setPath')).toEqual([['userData', join(folder, 'electron')]]);
  expect(toldOf('protocol.registerSchemesAsPrivileged')).toEqual([
    [[{ scheme: 'counterfoil', privileges: { standard: true, secure: true, supportFetchAPI: true } }]],
  ]);
});

test('the window is sandboxed, apart from its preload and without Node', async () => {
  await start();
  expect(toldOf('new BrowserWindow')[0]?.[0]).toMatchObject({
    show: false,
    webPreferences: {
      preload: join(built, 'electron', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
    },
  });
  expect(toldOf('window.loadURL')).toEqual([['counterfoil://app/']]);
  expect(toldOf('window.show')).toEqual([]);
  windows[0]?.emit('ready-to-show');
  expect(toldOf('window.show')).toHaveLength(1);
});

test('the page can go nowhere, open nothing and is permitted nothing', async () => {
  await start();
  const contents = windows[0]?.webContents ?? new WebContents();
  for (const event of ['will-navigate', 'will-redirect', 'will-attach-webview']) {
    const preventDefault = jest.fn();
    contents.emit(event, { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
  }
  expect(contents.openHandler?.({ url: 'https://example.org' })).toEqual({ action: 'deny' });
  const answer = jest.fn();
  handlerOf('session.setPermissionRequestHandler')(contents, 'media', answer);
  expect(answer).toHaveBeenCalledWith(false);
  for (const handler of ['session.setPermissionCheckHandler', 'session.setDevicePermissionHandler']) {
    expect(handlerOf(handler)()).toBe(false);
  }
  expect(toldOf('Menu.setApplicationMenu')).toEqual([[null]]);
});

describe('the payer’s display', () => {
  const DISPLAY = 'counterfoil://app/customer.html';
  const open = (url: string) => windows[0]?.webContents.openHandler?.({ url });

  test('opens for exactly its address, on the second screen, sandboxed and without a door', async () => {
    await start();
    const bounds = { x: 1920, y: 0, width: 1280, height: 800 };
    screens.push({ id: 2, bounds });
    for (const url of [`${DISPLAY}?x`, `${DISPLAY}#x`, 'counterfoil://app/', 'https://example.org/customer.html'])
      expect(open(url)).toEqual({ action: 'deny' });
    expect(windows).toHaveLength(1);
    expect(open(DISPLAY)).toEqual({ action: 'deny' });
    const asked = toldOf('new BrowserWindow')[1]?.[0];
    expect(asked).toMatchObject({
      ...bounds,
      fullscreen: true,
      webPreferences: { sandbox: true, contextIsolation: true },
    });
    expect(asked).not.toHaveProperty('webPreferences.preload');
    expect(toldOf('window.loadURL')[1]).toEqual([DISPLAY]);
    expect(windows[1]?.webContents.openHandler?.({ url: DISPLAY })).toEqual({ action: 'deny' });
  });

  test('is one: asked for again it comes to the front, or is opened anew when it was closed', async () => {
    await start();
    open(DISPLAY);
    expect(toldOf('new BrowserWindow')[1]?.[0]).toMatchObject({ fullscreen: false });
    open(DISPLAY);
    expect([windows.length, toldOf('window.focus').length]).toEqual([2, 1]);
    control.destroyed = true;
    open(DISPLAY);
    expect(windows).toHaveLength(3);
  });

  test('goes with the cashier’s window', async () => {
    await start();
    windows[0]?.emit('closed');
    expect(toldOf('window.destroy')).toEqual([]);
    open(DISPLAY);
    windows[0]?.emit('closed');
    expect(toldOf('window.destroy')).toHaveLength(1);
  });
});

test.each([
  ['closing asks, and stays when that is chosen', true, 0, { asked: 1, left: 0 }],
  ['closing asks, and forgets when that is chosen', true, 1, { asked: 1, left: 1 }],
  ['a reload asks nothing and never happens', false, 1, { asked: 0, left: 0 }],
])('while something on the page is unfinished, %s', async (_, closes, choice, then) => {
  await start();
  control.choice = choice;
  const preventDefault = jest.fn();
  if (closes) windows[0]?.emit('close');
  windows[0]?.webContents.emit('will-prevent-unload', { preventDefault });
  expect({ asked: toldOf('dialog.showMessageBoxSync').length, left: preventDefault.mock.calls.length }).toEqual(then);
});

describe('the page’s scheme', () => {
  const ask = async (url: string, method = 'GET') => {
    const handler = toldOf('protocol.handle')[0]?.[1] as (request: Request) => Promise<Response>;
    const response = await handler({ url, method } as Request);
    return { status: response.status, headers: response.headers, text: await response.text() };
  };

  test('serves the built page with the policy of every host', async () => {
    await start();
    const page = await ask('counterfoil://app/');
    expect([page.status, page.text]).toEqual([200, '<title>Counterfoil</title>']);
    expect(page.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  test.each([
    ['counterfoil://elsewhere/', 'GET'],
    ['counterfoil://app/', 'POST'],
    ['counterfoil://app/..%2f..%2fsecret.txt', 'GET'],
    ['counterfoil://app/../../secret.txt', 'GET'],
    ['counterfoil://app/nothing.js', 'GET'],
  ])('has nothing at %s for %s', async (url, method) => {
    await start();
    const nothing = await ask(url, method);
    expect([nothing.status, nothing.text]).toEqual([404, '']);
    expect(nothing.headers.get('content-security-policy')).toBe(CONTENT_SECURITY_POLICY);
  });
});

describe('the relay', () => {
  test('carries a call of our own page to the real door and its answer back', async () => {
    await start();
    const answer = await relayed()(fromPage(), 'station', {});
    expect(answer).toMatchObject({ ok: true, value: { state: 'waiting', person: null } });
    expect(await relayed()(fromPage(), 'noSuchCall', {})).toMatchObject({ refusal: { code: 'unknown_call' } });
    expect(await relayed()(fromPage(), { toString: () => 'station' }, {})).toMatchObject({ ok: true });
  });

  test.each([
    ['another page', () => ({ ...fromPage(), sender: new WebContents() })],
    ['a frame inside it', () => ({ ...fromPage(), senderFrame: { origin: 'counterfoil://app' } })],
    ['a frame that is gone', () => ({ ...fromPage(), senderFrame: null })],
    [
      'our window when it shows something else',
      () => {
        const event = fromPage();
        event.sender.mainFrame.origin = 'https://example.org';
        return event;
      },
    ],
  ])('refuses %s', async (_, event) => {
    await start();
    expect(await relayed()(event(), 'station', {})).toMatchObject({ ok: false, refusal: { code: 'foreign_request' } });
  });

  test('hands on what the door announces, until the page is gone', () => {
    const hearing = new Set<(announcement: Announcement) => void>();
    const door: Door = {
      call: () => Promise.reject(new Error('nobody calls here')),
      listen(hear) {
        hearing.add(hear);
        return () => hearing.delete(hear);
      },
    };
    const contents = new WebContents();
    relay(door, contents as unknown as Electron.WebContents);
    for (const hear of hearing) hear({ topics: ['drawer'] });
    expect(toldOf('webContents.send')).toEqual([['counterfoil:announce', { topics: ['drawer'] }]]);
    contents.emit('destroyed');
    expect(hearing.size).toBe(0);
    expect(toldOf('ipcMain.removeHandler')).toEqual([['counterfoil:call']]);
  });
});

describe('one station for each data folder', () => {
  test('F06 a second start brings the first one’s window forward and ends', async () => {
    await start();
    app.emit('second-instance');
    expect([toldOf('window.restore').length, toldOf('window.focus').length]).toEqual([1, 1]);
    control.locked = false;
    await startShell(built, ['--data', join(home, 'other')]);
    expect(toldOf('app.quit')).toHaveLength(1);
    expect(windows).toHaveLength(1);
  });

  test('F06 a folder that the loopback host serves is not opened', async () => {
    const hold = takeHold(folder);
    await start();
    hold?.release();
    expect(toldOf('dialog.showErrorBox')[0]?.[1]).toBe(
      `${folder} is in use by another station. End that one, or give --data another folder.`,
    );
    expect(toldOf('app.exit')).toEqual([[1]]);
    expect(windows).toEqual([]);
  });

  test('a wrong flag is told in a window, since there may be no terminal', async () => {
    await start('--colour');
    expect(toldOf('dialog.showErrorBox')[0]?.[1]).toMatch(/^There is no flag --colour\./);
    expect(toldOf('app.exit')).toEqual([[1]]);
  });
});

test('a training station’s ledger runs in a utility process; quitting closes the books first, then ends it', async () => {
  await start();
  expect(toldOf('utilityProcess.fork')[0]).toEqual([
    join(built, 'ledger.js'),
    ['--training', '--data', join(folder, 'ledger'), '--port', expect.stringMatching(/^\d+$/)],
    expect.objectContaining({ stdio: 'pipe', serviceName: 'counterfoil-ledger' }),
  ]);
  utilities[0]?.stderr.write('a line of its log\n');
  await quit();
  expect(toldOf('utility.kill')).toHaveLength(1);
  expect(toldOf('app.exit')).toEqual([[0]]);
  expect(takeHold(folder)?.release()).toBeUndefined();
});

test('the shell stays thin: 300 lines, and nobody else imports electron', () => {
  const files = readdirSync('main/electron').map((file) => readFileSync(join('main/electron', file), 'utf8'));
  expect(files.join('').split('\n').length).toBeLessThanOrEqual(300);
});
