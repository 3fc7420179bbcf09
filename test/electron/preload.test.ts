import type { Door } from '#contract/answer';
import { contract } from '#contract/contract';
import { forget, ipcRenderer, toldOf } from './standIn.ts';

jest.mock('electron', () => jest.requireActual('./standIn.ts'));

const NAMES = Object.keys(contract);

let door: Door;
beforeAll(async () => {
  // The build writes the names of the contract in; see main/vite.config.mts.
  Object.assign(globalThis, { CALL_NAMES: NAMES });
  await import('#main/electron/preload');
  const [name, exposed] = toldOf('contextBridge.exposeInMainWorld')[0] ?? [];
  expect(name).toBe('counterfoil');
  door = exposed as Door;
});
beforeEach(forget);

test('the page gets the door’s two verbs and nothing else', () => {
  expect(Object.keys(door)).toEqual(['call', 'listen']);
});

test('every name of the contract is relayed, no other is', async () => {
  for (const name of NAMES) expect(await door.call(name, { a: 1 })).toEqual({ ok: true, value: 'relayed' });
  expect(toldOf('ipcRenderer.invoke')).toEqual(NAMES.map((name) => ['counterfoil:call', name, { a: 1 }]));
  for (const name of ['eval', 'constructor', '__proto__', 'counterfoil:announce', '']) {
    expect(await door.call(name, {})).toEqual({ ok: false, failure: `There is no call ${name}.` });
  }
  expect(toldOf('ipcRenderer.invoke')).toHaveLength(NAMES.length);
});

test('announcements are heard without the event that carried them, until nobody listens', () => {
  const heard: unknown[] = [];
  const silence = door.listen((...all) => heard.push(all));
  ipcRenderer.emit('counterfoil:announce', { sender: 'secret' }, { topics: ['drawer'] });
  silence();
  ipcRenderer.emit('counterfoil:announce', {}, { topics: ['station'] });
  expect(heard).toEqual([[{ topics: ['drawer'] }]]);
});
