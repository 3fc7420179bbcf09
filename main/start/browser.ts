import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Machine = { platform: NodeJS.Platform; env: Readonly<Record<string, string | undefined>> };

const ON_THE_PATH = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'brave-browser',
  'brave',
  'vivaldi',
];
const ON_A_MAC = ['Google Chrome', 'Microsoft Edge', 'Brave Browser', 'Chromium', 'Vivaldi'];
const ON_WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
  ['BraveSoftware', 'Brave-Browser', 'Application', 'brave.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
];

/** Every place in which a browser of the Chromium family could lie on this machine, the likeliest first. */
export function browserPlaces({ platform, env }: Machine): string[] {
  if (platform === 'darwin') return ON_A_MAC.map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
  if (platform === 'win32') {
    const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
    return roots.flatMap((root) => ON_WINDOWS.map((parts) => join(root, ...parts)));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return ON_THE_PATH.flatMap((name) => folders.map((folder) => join(folder, name)));
}

/** The first installed browser of the Chromium family, or null. */
export function findBrowser(machine: Machine): string | null {
  return browserPlaces(machine).find(canRun) ?? null;
}

/**
 * Opens an address in a browser of the Chromium family as a window of its own, with a profile inside the data folder.
 * Answers one sentence when it could not.
 */
export function openInBrowser(url: string, folder: string, machine: Machine): string | null {
  const browser = findBrowser(machine);
  if (browser === null) return 'No browser of the Chromium family was found. Open the address above in one.';
  if (machine.platform === 'linux' && !machine.env.DISPLAY && !machine.env.WAYLAND_DISPLAY)
    return 'There is no display for a browser here. Open the address above where there is one.';
  const flags = [`--app=${url}`, `--user-data-dir=${join(folder, 'browser')}`, '--no-first-run'];
  const child = spawn(browser, [...flags, '--no-default-browser-check'], { detached: true, stdio: 'ignore' });
  child.on('error', () => {});
  child.unref();
  return null;
}

function canRun(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
