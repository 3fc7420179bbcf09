import type { BusinessDay } from '#domain/businessDay';
import { firstPage } from '../batches/batchesForm.ts';
import type { Depositable } from '../deposits/makeDepositForm.ts';
import { useGo } from '../route.ts';
import type { Day, DayRow } from './dayForm.ts';

/**
 * Where a row of the day leads, and back to the same day.
 * @param depositable what a deposit can be made of, where there is something
 */
export function useOpening(day: BusinessDay | null, depositable: Depositable | undefined) {
  const go = useGo();
  const leaving = { at: 'day' as const, ...(day === null ? {} : { day }) };
  const batch = (name: string) => {
    go({ go: { at: 'batches', place: firstPage(name) }, leaving });
  };
  /** The form that deposits it; the list, where it went into a deposit meanwhile. */
  const deposit = (name: string) => {
    const isThere = depositable?.batches.some((one) => one.batch === name);
    if (!depositable) go({ go: { at: 'makeDeposit', batch: name }, leaving });
    else if (isThere) go({ go: { at: 'makeDeposit', depositable, batch: name }, leaving });
    else go({ go: { at: 'deposits' }, leaving });
  };
  return {
    /** A drawer's batch; of a break the deposit or the batch in which it stands. */
    row({ batch: name, deposit }: DayRow) {
      if (deposit !== null) go({ go: { at: 'deposit', deposit }, leaving });
      else if (name !== null) batch(name);
    },
    waiting({ what, label }: Day['waiting'][number]) {
      if (what === 'approve' || what === 'end') batch(label);
      else if (what === 'deposit') deposit(label);
      else if (what === 'count' || what === 'settle') go({ go: { at: 'safe' }, leaving });
      else go({ go: { at: 'deposit', deposit: label }, leaving });
    },
  };
}
