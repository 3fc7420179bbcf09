import type { Dispatch } from 'react';
import { useStation } from '../../frame/station.ts';
import { usePage, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { approve } from '../approval/approve.ts';
import { useGo } from '../route.ts';
import type { VoidAction, VoidForm } from './voidForm.ts';

/** Makes the receipt void on a supervisor's yes to this mark. */
export function useVoiding(label: string, form: VoidForm, send: Dispatch<VoidAction>, mark: string | null) {
  const { client } = usePage();
  const { station } = useStation();
  const go = useGo();
  const ask = useSend();
  return async function makeVoid() {
    if (form.busy || form.reason === null || mark === null) return;
    send({ did: 'sent' });
    const yes = await approve(client, form.approval, station, mark);
    if ('trouble' in yes) {
      send({ did: 'refused', trouble: yes.trouble });
      return;
    }
    const words = form.words.trim();
    const answer = await ask('voidReceipt', {
      commandId: form.commandId,
      label,
      reason: form.reason,
      ...(words ? { words } : {}),
      ...yes,
    });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    if (!answer?.ok) return;
    // What was void is looked at next, with its reason beside it: never back on a "change due".
    go({ go: 'home' });
    go({ go: { at: 'receipts', label } });
  };
}
