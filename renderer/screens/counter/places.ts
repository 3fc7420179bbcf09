import type { LineField } from './lines/lineForm.ts';
import type { TenderField } from './tenders/tenderForm.ts';

/* Under which names the focus finds the fields of the counter, and refusals stand. */

export function linePlace(line: number, field: LineField): string {
  return `line-${line}-${field}`;
}

export function tenderPlace(tender: number, field: TenderField): string {
  return `tender-${tender}-${field}`;
}

/** Which line a place is in. */
export function lineAt(place: string): number | null {
  const at = /^line-(\d+)-/.exec(place)?.[1];
  return at === undefined ? null : Number(at);
}

/** Which check or card a place is in. */
export function tenderAt(place: string): number | null {
  const at = /^tender-(\d+)-/.exec(place)?.[1];
  return at === undefined ? null : Number(at);
}
