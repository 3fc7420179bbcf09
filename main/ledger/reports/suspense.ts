import { type SuspenseRow, suspenseOf } from '#db/ledger/reportAccounts';
import type { Personal } from '#domain/entry';
import type { Cell, ReportColumn } from '#domain/report';
import { standsAt } from './dayEnd.ts';
import { pageOf, type ReportView, totalsOf } from './reportView.ts';

const columns: ReportColumn[] = [
  { name: 'Receipt', kind: 'label', opens: 'receipt' },
  { name: 'Line', kind: 'label' },
  { name: 'Day', kind: 'day' },
  { name: 'Paid for, as told', kind: 'text' },
  { name: 'Parcel', kind: 'text' },
  { name: 'Came in', kind: 'cents' },
  { name: 'Cleared', kind: 'cents' },
  { name: 'Open', kind: 'cents' },
];

/** Money of nobody known that came in by the end of the last day, and what of it was open then. */
export const suspense: ReportView = async (tx, at) => {
  const rows = (await suspenseOf(tx, at.span)).map(cellsOf);
  const notes = [await standsAt(tx, at)];
  return pageOf({ columns, rows, totals: totalsOf('All together', columns, rows), notes }, at.after);
};

function cellsOf({ receipt, place, businessDay, parcel, broughtCents, clearedCents, personal }: SuspenseRow): Cell[] {
  return [
    ...[receipt, String(place), businessDay, ownerOf(personal, place), parcel ?? ''],
    ...[broughtCents, clearedCents, broughtCents - clearedCents],
  ];
}

/** As the payer told it; nothing where it was redacted. */
function ownerOf(personal: string | null, place: number): string {
  const owners = personal === null ? [] : ((JSON.parse(personal) as Personal).owners ?? []);
  return owners.find(({ line }) => line === place - 1)?.name ?? '';
}
