import { useSyncExternalStore } from 'react';
import type { Actions } from '../keymap.ts';
import { overlay } from '../messages/overlay.ts';
import { usePage } from '../page.ts';
import type { Theme } from '../settings.ts';

const AFTER: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };

/** The looks and habits of this machine, turned from the palette. */
export function useSettingActions(): Actions {
  const { settings } = usePage();
  const { theme, impliedDecimals, tenKey, slipColumn } = useSyncExternalStore(settings.watch, settings.read);
  return {
    theme: { label: overlay.theme(AFTER[theme]), run: () => settings.change({ theme: AFTER[theme] }) },
    impliedDecimals: {
      label: overlay.impliedDecimals(impliedDecimals),
      run: () => settings.change({ impliedDecimals: !impliedDecimals }),
    },
    tenKey: { label: overlay.tenKey(tenKey), run: () => settings.change({ tenKey: !tenKey }) },
    slipColumn: {
      label: overlay.slipColumn(slipColumn),
      run: () => settings.change({ slipColumn: !slipColumn }),
    },
  };
}
