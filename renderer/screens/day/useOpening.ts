import type { BusinessDay } from '#domain/businessDay';
import { firstPage } from '../batches/batchesForm.ts';
import { useGo } from '../route.ts';
import type { Day, DayRow } from './dayForm.ts';

/** Where a row of the day leads, and back to the same day. */
export function useOpening(day: BusinessDay | null) {
  const go = useGo();
  const leaving = { at: 'day' as const, ...(day === null ? {} : { day }) };
  const batch = (name: string) => {
    go({ go: { at: 'batches', place: firstPage(name) }, leaving });
  };
  return {
    /** A drawer's batch; of a break the deposit or the batch in which it stands. */
    row({ batch: name, deposit }: DayRow) {
      if (deposit !== null) go({ go: { at: 'deposit', deposit }, leaving });
      else if (name !== null) batch(name);
    },
    waiting({ what, label }: Day['waiting'][number]) {
      if (what === 'approve') batch(label);
      else if (what === 'deposit') go({ go: { at: 'deposits' }, leaving });
      else if (what === 'count' || what === 'settle') go({ go: { at: 'safe' }, leaving });
      else go({ go: { at: 'deposit', deposit: label }, leaving });
    },
  };
}
