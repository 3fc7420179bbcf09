import type { Dispatch } from 'react';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { deposits as words } from '../../messages/deposits.ts';
import { usePage } from '../../page.ts';
import { type Trouble, troubleOf } from '../../refusal.ts';
import type { Route } from '../route.ts';
import {
  type Deposit,
  type DepositListed,
  deedFor,
  isCounted,
  keepsTheSafe,
  mayDo,
  type PrintedAction,
  type StepKind,
} from './depositsForm.ts';

type DeedsOf = {
  /** The deposit on show, as the list tells it. */
  listed: DepositListed | undefined;
  /** All of it, where that may be seen and is there. */
  deposit: Deposit | undefined;
  send: Dispatch<PrintedAction>;
  /** Goes somewhere from where one comes back to the same deposit. */
  leave: (to: Route) => void;
};

/** What the signed-in person may do with the deposit on show. */
export type DepositDeeds = {
  main: (() => void) | undefined;
  label: string;
  why: string | null;
  actions: Actions;
};

export function useDepositDeeds({ listed, deposit, send, leave }: DeedsOf): DepositDeeds {
  const role = useStation().station.person?.role;
  const print = usePrinting(listed, send);
  if (!listed) return { main: undefined, label: '', why: null, actions: {} };
  const images = deposit?.told?.images ?? null;
  const next = deedFor(listed, role, images !== null && images.destroyedAt === null);
  const step = (what: StepKind) => () => leave({ at: 'depositStep', what, deposit: listed });
  const may = keepsTheSafe(role) ? mayDo(listed) : { withdraw: false, missed: false, explain: false, correct: false };
  const main = 'deed' in next ? mainRun(next.deed) : undefined;
  function mainRun(deed: Extract<typeof next, { deed: unknown }>['deed']): (() => void) | undefined {
    if (deed === 'witness') return () => listed && leave({ at: 'witnessDeposit', deposit: listed });
    if (!keepsTheSafe(role)) return undefined;
    if (deed !== 'settle' && deed !== 'recount') return step(deed);
    const at = deed === 'settle' ? 'settleDeposit' : 'recountDeposit';
    return deposit?.told ? () => leave({ at, deposit }) : undefined;
  }
  return {
    main: role === 'auditor' ? undefined : main,
    label: 'deed' in next ? words.main[next.deed](listed.deposit) : '',
    why: 'deed' in next ? null : next.why,
    actions: {
      courierMissed: may.missed ? step('missed') : undefined,
      explainLate: may.explain ? step('explain') : undefined,
      correctSlip: may.correct ? step('correct') : undefined,
      withdrawDeposit: may.withdraw ? step('withdraw') : undefined,
      printDeposit: isCounted(listed) && keepsTheSafe(role) ? print : undefined,
    },
  };
}

/** Asks for the slip on this station's printer, and says what became of it. */
function usePrinting(listed: DepositListed | undefined, send: Dispatch<PrintedAction>): () => void {
  const { client } = usePage();
  return () => {
    if (!listed) return;
    send({ did: 'sent' });
    void client.call('printOffice', { paper: { of: 'deposit', deposit: listed.deposit } }).then((answer) => {
      const trouble: Trouble | null = troubleOf(answer);
      if (trouble) send({ did: 'refused', trouble });
      if (answer.ok) send({ did: 'printed', copy: answer.value.copy });
    });
  };
}
