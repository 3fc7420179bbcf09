import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where Electron's releases are, unless the environment names a mirror as its own installer understands it. */
const RELEASES = 'https://github.com/electron/electron/releases/download/';
const REACH_MS = 2_000;
const DOWNLOAD_MS = 5 * 60_000;

type Machine = { platform: NodeJS.Platform; env: Readonly<Record<string, string | undefined>> };

/** The path of Electron's program, or one sentence that says why the page goes to a browser instead. */
export type ElectronBinary = { path: string } | { missing: string };

/**
 * Finds Electron's program. Its package comes without it; where it can be reached it is downloaded once. Whether it can
 * is asked first, so that a machine without internet waits two seconds and not minutes.
 * @param root folder in which `node_modules` lies
 * @param say tells a person that a download is going on
 */
export async function electronBinary(
  root: string,
  machine: Machine,
  say: (sentence: string) => void,
): Promise<ElectronBinary> {
  const { platform, env } = machine;
  if (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)
    return { missing: 'There is no display for a window here, so the station is served to a browser.' };
  const installed = installedElectron(root);
  if (installed) return { path: installed };
  const missing =
    'Electron’s program is not on this machine and cannot be downloaded, so the station is served to a browser.';
  if (!(await canReach(env.ELECTRON_MIRROR ?? env.npm_config_electron_mirror ?? RELEASES))) return { missing };
  say('Downloading Electron’s program, once. This takes a minute or so.');
  await install(root);
  const path = installedElectron(root);
  return path ? { path } : { missing };
}

/** The program that `path.txt` of the package names, when it is really there. */
export function installedElectron(root: string): string | null {
  try {
    const folder = join(root, 'node_modules', 'electron');
    const path = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim());
    return existsSync(path) ? path : null;
  } catch {
    return null;
  }
}

async function canReach(address: string): Promise<boolean> {
  try {
    await fetch(address, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(REACH_MS) });
    return true;
  } catch {
    return false;
  }
}

/** Runs the package's own installer. Whether it worked shows in what is there afterwards. */
function install(root: string): Promise<void> {
  return new Promise((resolve) => {
    const installer = join(root, 'node_modules', 'electron', 'install.js');
    // Standard output is for the start's own answer, so the installer has none.
    const child = spawn(process.execPath, [installer], { stdio: 'ignore', timeout: DOWNLOAD_MS });
    child.on('error', () => resolve());
    child.on('exit', () => resolve());
  });
}
