import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';

/*
 * A stand-in for the `electron` module that does nothing and remembers everything it was told, in order. It is the shell's
 * one edge: everything behind it in these tests is real.
 */

export const told: { what: string; with: unknown[] }[] = [];
const tell =
  <T>(what: string, answer?: T) =>
  (...with_: unknown[]): T => {
    told.push({ what, with: with_ });
    return answer as T;
  };

/** Everything that was told under one name. */
export const toldOf = (what: string) => told.filter((one) => one.what === what).map((one) => one.with);

/** `choice`: the button that is pressed where the shell asks. */
export const control = { locked: true, choice: 0, destroyed: false };

class App extends EventEmitter {
  isPackaged = false;
  setPath = tell('app.setPath');
  enableSandbox = tell('app.enableSandbox');
  quit = tell('app.quit');
  exit = tell('app.exit');
  requestSingleInstanceLock(): boolean {
    told.push({ what: 'app.requestSingleInstanceLock', with: [] });
    return control.locked;
  }
  whenReady(): Promise<void> {
    told.push({ what: 'app.whenReady', with: [] });
    return Promise.resolve();
  }
}

export class WebContents extends EventEmitter {
  mainFrame = { origin: 'counterfoil://app' };
  send = tell('webContents.send');
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

class Window extends EventEmitter {
  webContents = new WebContents();
  loadURL = tell('window.loadURL', Promise.resolve());
  show = tell('window.show');
  focus = tell('window.focus');
  destroy = tell('window.destroy');
  isDestroyed = () => control.destroyed;
  restore = tell('window.restore');
  isMinimized = () => true;
  constructor(options: unknown) {
    super();
    told.push({ what: 'new BrowserWindow', with: [options] });
    windows.push(this);
    app.emit('web-contents-created', {}, this.webContents);
  }
}

export class Utility extends EventEmitter {
  stdout = new PassThrough();
  stderr = new PassThrough();
  kill(): boolean {
    told.push({ what: 'utility.kill', with: [] });
    return this.emit('exit', 0);
  }
}

export const windows: Window[] = [];
export const utilities: Utility[] = [];
export const app = new App();
export const BrowserWindow = Window;
export const Menu = { setApplicationMenu: tell('Menu.setApplicationMenu') };
export const dialog = {
  showErrorBox: tell('dialog.showErrorBox'),
  showMessageBoxSync(...with_: unknown[]): number {
    told.push({ what: 'dialog.showMessageBoxSync', with: with_ });
    return control.choice;
  },
};
/** A keychain that turns letters around. */
export const safeStorage = {
  getSelectedStorageBackend: () => 'gnome_libsecret',
  isEncryptionAvailable: () => true,
  encryptString: (text: string) => Buffer.from([...text].reverse().join('')),
  decryptString: (sealed: Buffer) => [...sealed.toString()].reverse().join(''),
};
/** The screens of the machine, the first of which is the primary one. */
export const screens = [{ id: 1, bounds: { x: 0, y: 0, width: 1920, height: 1080 } }];
export const screen = { getAllDisplays: () => screens, getPrimaryDisplay: () => screens[0] };
export const contextBridge = { exposeInMainWorld: tell('contextBridge.exposeInMainWorld') };
export const session = {
  defaultSession: {
    setPermissionRequestHandler: tell('session.setPermissionRequestHandler'),
    setPermissionCheckHandler: tell('session.setPermissionCheckHandler'),
    setDevicePermissionHandler: tell('session.setDevicePermissionHandler'),
  },
};
export const protocol = {
  registerSchemesAsPrivileged: tell('protocol.registerSchemesAsPrivileged'),
  handle: tell('protocol.handle'),
};
export const ipcMain = { handle: tell('ipcMain.handle'), removeHandler: tell('ipcMain.removeHandler') };
export const utilityProcess = {
  fork(...with_: unknown[]): Utility {
    told.push({ what: 'utilityProcess.fork', with: with_ });
    const child = new Utility();
    utilities.push(child);
    return child;
  },
};
export const ipcRenderer = Object.assign(new EventEmitter(), {
  invoke: tell('ipcRenderer.invoke', Promise.resolve({ ok: true, value: 'relayed' })),
});

/** Forgets everything, as if the program had just begun. */
export function forget(): void {
  told.length = 0;
  windows.length = 0;
  utilities.length = 0;
  control.locked = true;
  control.choice = 0;
  control.destroyed = false;
  screens.length = 1;
  app.removeAllListeners();
  ipcRenderer.removeAllListeners();
}
