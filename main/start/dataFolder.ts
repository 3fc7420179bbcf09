import { posix, win32 } from 'node:path';

/**
 * Where a station keeps its data when nobody says: the folder that the operating system has for it, in the person's
 * own home and on this machine only.
 * @param kind a training station and a real one never share a folder
 */
export function usualDataFolder(
  kind: 'training' | 'station',
  machine: { platform: NodeJS.Platform; home: string; env: Readonly<Record<string, string | undefined>> },
): string {
  const { platform, home, env } = machine;
  if (platform === 'win32') {
    return win32.join(env.LOCALAPPDATA ?? win32.join(home, 'AppData', 'Local'), 'counterfoil', kind);
  }
  if (platform === 'darwin') return posix.join(home, 'Library', 'Application Support', 'counterfoil', kind);
  // The convention says that a relative path there is to be ignored.
  const data = env.XDG_DATA_HOME?.startsWith('/') ? env.XDG_DATA_HOME : posix.join(home, '.local', 'share');
  return posix.join(data, 'counterfoil', kind);
}
