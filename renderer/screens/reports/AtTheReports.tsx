import type { OfficeRoute } from '../route.ts';
import { Reports } from './Reports.tsx';

/** The screen of reports. */
export function AtTheReports({ route }: { route: OfficeRoute }) {
  return route.at === 'reports' ? <Reports place={route.place} /> : null;
}
