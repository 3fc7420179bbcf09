import { allDistricts } from '#db/ledger/districts';
import { refuse } from '#domain/refusal';
import type { LedgerContext } from './context.ts';

/** The marks that a sentence has room for. */
const NAMED_MAX = 20;

/** The district that is named, or the only one there is. */
export async function chooseDistrict(context: LedgerContext, named: string | undefined): Promise<string> {
  const marks = await marksOf(context);
  if (named !== undefined && !marks.includes(named))
    refuse('district_unknown', { district: named, districts: inWords(marks) });
  const [first, second] = named === undefined ? marks : [named];
  if (first === undefined) refuse('district_not_loaded');
  if (second !== undefined) refuse('district_unclear', { districts: inWords(marks) });
  return first;
}

/**
 * Refuses a district that this ledger does not know while it has others: a mistyped mark would make another one, with
 * accounts and charges of its own.
 */
export async function refuseNewDistrict(context: LedgerContext, district: string): Promise<void> {
  const marks = await marksOf(context);
  if (marks.length > 0 && !marks.includes(district)) refuse('district_new', { district, districts: inWords(marks) });
}

async function marksOf(context: LedgerContext): Promise<string[]> {
  return (await allDistricts(context.db)).map((row) => row.district);
}

function inWords(marks: readonly string[]): string {
  const rest = marks.length - NAMED_MAX;
  return marks.slice(0, NAMED_MAX).join(', ') + (rest > 0 ? ` and ${rest} more` : '');
}
