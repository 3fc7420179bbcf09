import type { OfficeRoute } from '../route.ts';
import { OfficeReceipt } from './OfficeReceipt.tsx';

/** The screen of receipts that any station took. */
export function AtTheOfficeReceipt({ route }: { route: OfficeRoute }) {
  if (route.at !== 'officeReceipt') return null;
  const { batch, label, slip } = route.place;
  return <OfficeReceipt key={`${batch} ${label} ${slip}`} place={route.place} />;
}
