import { createContext, useContext } from 'react';
import type { Output } from '#contract/contract';
import { assert } from '#domain/assert';
import { type WorkPlace, whyNoYes } from '#domain/role';

export type Station = Output<'station'>;

/** The station as last told, and what time it is by its clock. */
export type Here = { station: Station; now: number; zone: string };

export const StationContext = createContext<Here | null>(null);

export function useStation(): Here {
  const here = useContext(StationContext);
  assert(here, 'a screen stands outside a station');
  return here;
}

/**
 * Who may approve what the signed-in person started there, supervisors first: whose yes would not be refused.
 * @param without who had a part in it
 */
export function approversFor(
  station: Station,
  place: WorkPlace,
  without: readonly string[] = [],
): { person: string; name: string }[] {
  const asker = station.person?.person ?? null;
  const others = station.people.filter((one) => whyNoYes(one, { place, asker, without }) === null);
  return others.toSorted((left, right) => Number(right.role === 'supervisor') - Number(left.role === 'supervisor'));
}
