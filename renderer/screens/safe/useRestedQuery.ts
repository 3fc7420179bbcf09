import type { Input, OfficeQuery, Output } from '#contract/contract';
import { useQuery } from '../../page.ts';
import type { Asked } from '../../store.ts';
import { useRested } from '../../ui/useRested.ts';

/** How long the hand rests before the ledger, which may be far away, is asked about what was typed. */
const REST_MS = 250;

/** Asks the ledger about what is being typed, once the hand rests. `null` asks nothing. */
export function useRestedQuery<N extends OfficeQuery>(name: N, input: Input<N> | null): Asked<Output<N>> {
  const rests = useRested(JSON.stringify(input), REST_MS);
  return useQuery(name, rests ? input : null);
}
