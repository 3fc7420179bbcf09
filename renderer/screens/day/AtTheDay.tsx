import type { OfficeRoute } from '../route.ts';
import { DayTheDistrict } from './DayTheDistrict.tsx';

/** The day of the district. */
export function AtTheDay({ route }: { route: OfficeRoute }) {
  if (route.at !== 'day') return null;
  return <DayTheDistrict key={route.day ?? 'today'} day={route.day ?? null} />;
}
