import { useEffect, useSyncExternalStore } from 'react';
import type { Shown } from '../customer/customerView.ts';
import { usePage } from '../page.ts';
import { useStation } from './station.ts';

/** Keeps the payer's display at what is so here. The display itself only listens. */
export function useShown(shows: Shown): void {
  const { customer, settings } = usePage();
  const { station } = useStation();
  const { theme } = useSyncExternalStore(settings.watch, settings.read);
  const { district, seriesLabel, training } = station;
  useEffect(() => customer.show({ district, station: seriesLabel, training, theme, shows }));
}

/** While nobody takes money here. */
export function NobodyServed(): null {
  useShown({ state: 'closed' });
  return null;
}
