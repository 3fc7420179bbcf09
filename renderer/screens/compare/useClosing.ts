import type { Dispatch } from 'react';
import { useStation } from '../../frame/station.ts';
import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { approve, type Yes } from '../approval/approve.ts';
import { useGo } from '../route.ts';
import type { Comparison } from './Compare.tsx';
import type { CompareAction, CompareForm } from './compareForm.ts';

/** Closes the drawer on its last count; with a supervisor's yes first where the difference asks for one. */
export function useClosing(form: CompareForm, send: Dispatch<CompareAction>, told: Comparison) {
  const { client } = usePage();
  const { station } = useStation();
  const go = useGo();
  const ask = useSend();
  return async function close() {
    if (form.busy) return;
    send({ did: 'sent' });
    const yes: Yes = told.demand === 'approval' ? await approve(client, form.approval, station, told.mark) : {};
    if ('trouble' in yes) {
      send({ did: 'refused', trouble: yes.trouble });
      return;
    }
    const reason = form.reason.trim();
    const answer = await ask('closeDrawer', {
      commandId: form.commandId,
      drawer: told.drawer.drawer,
      countNumber: told.countNumber,
      ...(reason ? { reason } : {}),
      ...yes,
    });
    if (!answer) return;
    const trouble = troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    if (answer.ok) go({ go: { at: 'closed', closing: answer.value, drawer: told.drawer } });
  };
}
