import { createContext, useContext } from 'react';
import type { Output } from '#contract/contract';
import { assert } from '#domain/assert';

export type Station = Output<'station'>;

/** The station as last told, and what time it is by its clock. */
export type Here = { station: Station; now: number; zone: string };

export const StationContext = createContext<Here | null>(null);

export function useStation(): Here {
  const here = useContext(StationContext);
  assert(here, 'a screen stands outside a station');
  return here;
}

/** Supervisors who may approve what the signed-in person started: everyone of that role but herself. */
export function supervisorsFor(station: Station): { person: string; name: string }[] {
  return station.people.filter((one) => one.role === 'supervisor' && one.person !== station.person?.person);
}
