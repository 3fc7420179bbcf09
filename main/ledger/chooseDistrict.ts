import { allDistricts } from '#db/ledger/districts';
import { refuse } from '#domain/refusal';
import type { LedgerContext } from './context.ts';

/** The district that is named, or the only one there is. */
export async function chooseDistrict(context: LedgerContext, named: string | undefined): Promise<string> {
  const districts = (await allDistricts(context.db)).map((row) => row.district);
  if (named !== undefined && !districts.includes(named)) refuse('district_unknown', { district: named });
  const [first, second] = named === undefined ? districts : [named];
  if (first === undefined) refuse('district_not_loaded');
  if (second !== undefined) refuse('district_unclear');
  return first;
}
