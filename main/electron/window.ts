import { app, BrowserWindow, dialog, Menu, screen, session } from 'electron';
import { PAGE_ORIGIN } from './channels.ts';

const CUSTOMER_DISPLAY = `${PAGE_ORIGIN}/customer.html`;
const LOOKS = { title: 'Counterfoil', width: 1440, height: 900, minWidth: 1024, minHeight: 700, show: false };
const NO_NODE = { nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false };
const NO_MORE = { webviewTag: false, spellcheck: false, navigateOnDragDrop: false };
const SANDBOXED = { ...NO_NODE, ...NO_MORE, sandbox: true, contextIsolation: true, webSecurity: true };

/**
 * Closes off everything that the page does not need, before there is one: other addresses, new windows, embedded pages,
 * and whatever a page may ask permission for.
 */
export function closeOff(): void {
  // Without a menu the function keys are the page's, and nobody reloads in the middle of a sale.
  Menu.setApplicationMenu(null);
  session.defaultSession.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.defaultSession.setPermissionCheckHandler(() => false);
  session.defaultSession.setDevicePermissionHandler(() => false);
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** The cashier's window: a sandboxed page apart from its preload, without Node. It may open the payer's display alone. */
export function createWindow(preload: string): BrowserWindow {
  const window = new BrowserWindow({ ...LOOKS, webPreferences: { ...SANDBOXED, preload } });
  askBeforeClosing(window);
  let display: BrowserWindow | undefined;
  window.webContents.setWindowOpenHandler(({ url }) => {
    if (url === CUSTOMER_DISPLAY && display?.isDestroyed() === false) display.focus();
    else if (url === CUSTOMER_DISPLAY) display = createDisplay();
    return { action: 'deny' };
  });
  window.on('closed', () => display?.destroy());
  return window;
}

/** The payer's window: on the second screen where there is one, and without a preload, so without a door. */
function createDisplay(): BrowserWindow {
  const second = screen.getAllDisplays().find(({ id }) => id !== screen.getPrimaryDisplay().id);
  const display = new BrowserWindow({ ...second?.bounds, fullscreen: Boolean(second), webPreferences: SANDBOXED });
  void display.loadURL(CUSTOMER_DISPLAY);
  return display;
}

/**
 * The page holds on to what is unfinished. Closing the window asks, where a browser would ask by itself; whatever else
 * would unload the page, a reload above all, does not happen.
 */
function askBeforeClosing(window: BrowserWindow): void {
  let isClosing = false;
  window.on('close', () => {
    isClosing = true;
  });
  window.webContents.on('will-prevent-unload', (event) => {
    if (isClosing && mayForget(window)) event.preventDefault();
    isClosing = false;
  });
}

function mayForget(window: BrowserWindow): boolean {
  const choice = dialog.showMessageBoxSync(window, {
    type: 'warning',
    message: 'Something on this page is not finished.',
    detail: 'What is typed is forgotten if Counterfoil is closed now. What was recorded stays.',
    buttons: ['Stay here', 'Close'],
    defaultId: 0,
    cancelId: 0,
  });
  return choice === 1;
}

/** Shows the page once it has something to show. */
export async function showPage(window: BrowserWindow): Promise<void> {
  window.once('ready-to-show', () => window.show());
  await window.loadURL(`${PAGE_ORIGIN}/`);
}
