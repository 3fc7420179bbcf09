import { createContext, useContext } from 'react';
import type { Output } from '#contract/contract';
import { assert } from '#domain/assert';
import { mayApprove, type WorkPlace } from '#domain/role';

export type Station = Output<'station'>;

/** The station as last told, and what time it is by its clock. */
export type Here = { station: Station; now: number; zone: string };

export const StationContext = createContext<Here | null>(null);

export function useStation(): Here {
  const here = useContext(StationContext);
  assert(here, 'a screen stands outside a station');
  return here;
}

/** Who may approve what the signed-in person started there: everyone of such a role but herself, supervisors first. */
export function approversFor(station: Station, place: WorkPlace): { person: string; name: string }[] {
  const others = station.people.filter((one) => mayApprove(one.role, place) && one.person !== station.person?.person);
  return others.toSorted((left, right) => Number(right.role === 'supervisor') - Number(left.role === 'supervisor'));
}
