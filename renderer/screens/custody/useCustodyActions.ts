import type { Drawer } from '#contract/shapes';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { useGo } from '../route.ts';
import type { CustodyWhat } from './custodyForm.ts';

/** What can be done with the cash of the own open drawer beside receipts. Paid-outs only where the district has them. */
export function useCustodyActions(drawer: Drawer): Actions {
  const { limits } = useStation().station;
  const go = useGo();
  const to = (what: CustodyWhat) => () => go({ go: { at: 'custody', what, drawer } });
  return {
    dropCash: to('drop'),
    noSale: to('noSale'),
    payIn: to('paidIn'),
    payOut: (limits?.paidOutMaxCents ?? null) === null ? undefined : to('paidOut'),
    swapChange: to('swap'),
  };
}
