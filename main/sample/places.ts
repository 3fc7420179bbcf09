import type { Chance } from './chance.ts';

const STREETS = [
  'Alder Ct NE',
  'Skagit Ln',
  'Tide St',
  'Heron Way',
  'Orchard St',
  'Cedar Loop',
  'Marina Pl',
  'Front St',
  'Bayview Ave',
  'Quarry Rd',
  'Kelp Dr',
  'Madrona Ave NE',
  'Salal Ln',
  'Driftwood Dr',
  'Osprey Ct',
  'Old Mill Rd',
  'Lighthouse Rd',
  'Eagle Crest Dr NW',
  'Huckleberry Ln',
  'Ferry St',
  'Hemlock St',
  'Chinook Way',
  'Sandpiper Ln',
  '1st Ave',
  '2nd Ave',
  '3rd Ave NE',
  'E 14th St',
  'State Route 20',
  'Cannery Row',
  'Point Hudson Rd',
];
const TOWN = 'Quarry Bay WA 98379';
const AWAY = [
  'Seattle WA 98115',
  'Mount Vernon WA 98273',
  'Anacortes WA 98221',
  'Portland OR 97214',
  'Tucson AZ 85719',
];

/** One connection to the sewer: where it is, and the county's parcel number. */
export type Place = { serviceAddress: string; parcel: string };

/** The place of the n-th premise; parcels never repeat, streets and house numbers look drawn by hand. */
export function placeOf(chance: Chance, premise: number): Place {
  const unit = chance.likely(8) ? `, Unit ${1 + chance.whole(24)}` : '';
  return {
    serviceAddress: `${100 + chance.whole(4_800)} ${chance.pick(STREETS)}${unit}`,
    parcel: `${String(418 + Math.floor(premise / 9_000)).padStart(4, '0')}-${22 + (premise % 9)}-${String(Math.floor((premise % 9_000) / 9) + 1_000).padStart(4, '0')}`,
  };
}

/** Where the bill goes: mostly the same house, sometimes a box, an agent or another town. */
export function mailingAddress(chance: Chance, serviceAddress: string, agent: string): string {
  const lot = chance.whole(100);
  if (lot < 80) return `${serviceAddress}, ${TOWN}`;
  if (lot < 90) return `PO Box ${10 + chance.whole(900)}, ${TOWN}`;
  if (lot < 95) return `c/o ${agent}, ${100 + chance.whole(900)} ${chance.pick(STREETS)}, ${TOWN}`;
  return `${100 + chance.whole(9_000)} ${chance.pick(STREETS)}, ${chance.pick(AWAY)}`;
}

/** A telephone number of an exchange that is never given out, or none. */
export function phoneOf(chance: Chance): string {
  if (chance.likely(15)) return '';
  return `(${chance.pick(['360', '360', '360', '564', '206', '425'])}) 555-${String(chance.whole(10_000)).padStart(4, '0')}`;
}
