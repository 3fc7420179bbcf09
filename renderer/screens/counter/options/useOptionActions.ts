import type { Drawer } from '#contract/shapes';
import type { Actions } from '../../../keymap.ts';
import { aside } from '../../../messages/options.ts';
import { useQuery } from '../../../page.ts';
import { useSettingAside } from '../aside/useSettingAside.ts';
import { type CounterForm, isBegun } from '../counterForm.ts';
import { isTendered } from '../tendered.ts';
import type { Send } from '../useCounter.ts';
import { useParking } from './useParking.ts';

/** What stands around a payment, by key. While the payer is on the telephone there are no keys of cash and paper. */
export function useOptionActions({ drawer }: Drawer, form: CounterForm, send: Send): Actions {
  const setAside = useSettingAside(form, send, drawer);
  const park = useParking(drawer);
  const waiting = useSetAside();
  const isPhone = form.options.entryMode === 'phone';
  return {
    setAside: isBegun(form)
      ? () => void setAside()
      : { label: aside.key(waiting), run: () => send({ did: 'askedAside' }) },
    slip: () => send({ did: 'openedSlip' }),
    telephone: () => send({ did: 'turnedTelephone' }),
    turnedAway: () => send({ did: 'askedTurnedAway' }),
    park: () => (isTendered(form) ? send({ did: 'askedToEmpty' }) : void park()),
    ...(isPhone ? { cash: undefined, check: undefined, moneyOrder: undefined } : {}),
  };
}

/** How many payments are set aside at this station. */
export function useSetAside(): number {
  return useQuery('suspensions', {}).value?.suspensions.length ?? 0;
}
