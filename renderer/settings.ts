import type { PageHost } from './host.ts';

/** How the page looks and listens on this machine. Never anything about money. */
export type Settings = {
  read(): Setting;
  watch(changed: () => void): () => void;
  change(part: Partial<Setting>): void;
};

export type Theme = 'system' | 'light' | 'dark';
export type Setting = {
  theme: Theme;
  /** `1250` means 12.50, as on an adding machine. */
  impliedDecimals: boolean;
  /** The signs of the keypad open and remove tenders while an amount is empty. */
  tenKey: boolean;
  /** The column with the slip as it will print, on wide screens. */
  slipColumn: boolean;
};

export function createSettings(host: PageHost): Settings {
  const theme = host.preference('theme');
  let setting: Setting = {
    theme: theme === 'light' || theme === 'dark' ? theme : 'system',
    impliedDecimals: host.preference('impliedDecimals') === 'yes',
    tenKey: host.preference('tenKey') === 'yes',
    slipColumn: host.preference('slipColumn') !== 'no',
  };
  const watchers = new Set<() => void>();
  return {
    read: () => setting,
    watch(changed) {
      watchers.add(changed);
      return () => {
        watchers.delete(changed);
      };
    },
    change(part) {
      setting = { ...setting, ...part };
      host.prefer('theme', setting.theme);
      host.prefer('impliedDecimals', setting.impliedDecimals ? 'yes' : 'no');
      host.prefer('tenKey', setting.tenKey ? 'yes' : 'no');
      host.prefer('slipColumn', setting.slipColumn ? 'yes' : 'no');
      for (const changed of watchers) changed();
    },
  };
}

/** Writes the theme on the document, and again whenever the person or the machine changes it. */
export function showTheme(settings: Settings, root: HTMLElement, machine: MediaQueryList): void {
  const show = () => {
    const { theme } = settings.read();
    root.dataset.theme = theme === 'system' ? (machine.matches ? 'dark' : 'light') : theme;
  };
  settings.watch(show);
  machine.addEventListener('change', show);
  show();
}
