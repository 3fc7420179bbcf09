import { contextBridge, ipcRenderer } from 'electron';
import type { Announcement, Door } from '#contract/answer';
import { ANNOUNCE, CALL } from './channels.ts';

/** Every name of the contract, written in by the build. */
declare const CALL_NAMES: readonly string[];

/*
 * The page's whole view of the machine: the door's two verbs, for the names of the contract. It runs sandboxed and apart
 * from the page's own script.
 */
const door: Door = {
  call: (name, input) =>
    CALL_NAMES.includes(name)
      ? ipcRenderer.invoke(CALL, name, input)
      : Promise.resolve({ ok: false, failure: `There is no call ${name}.` }),
  listen(hear) {
    const relay = (_event: unknown, announcement: Announcement) => hear(announcement);
    ipcRenderer.on(ANNOUNCE, relay);
    return () => {
      ipcRenderer.off(ANNOUNCE, relay);
    };
  },
};

contextBridge.exposeInMainWorld('counterfoil', door);
