import type { Dispatch } from 'react';
import { useApproved } from '../approval/useApproved.ts';
import { useGo } from '../route.ts';
import type { Comparison } from './Compare.tsx';
import type { CompareAction, CompareForm } from './compareForm.ts';

/** Closes the drawer on its last count; with a supervisor's yes first where the difference asks for one. */
export function useClosing(form: CompareForm, send: Dispatch<CompareAction>, told: Comparison, mark: string | null) {
  const run = useApproved(form, send, 'drawer', told.notApprovers);
  const go = useGo();
  return async function close() {
    const reason = form.reason.trim();
    const closing = await run(
      'closeDrawer',
      {
        commandId: form.commandId,
        drawer: told.drawer.drawer,
        countNumber: told.countNumber,
        ...(reason ? { reason } : {}),
      },
      told.demand === 'approval' ? { mark } : 'nothing',
    );
    if (closing) go({ go: { at: 'closed', closing, drawer: told.drawer } });
  };
}
