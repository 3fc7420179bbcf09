import type { Dispatch } from 'react';
import { useApproved } from '../approval/useApproved.ts';
import { useGo } from '../route.ts';
import type { VoidAction, VoidForm } from './voidForm.ts';

/** Makes the receipt void on a supervisor's yes to this mark. */
export function useVoiding(label: string, form: VoidForm, send: Dispatch<VoidAction>, mark: string | null) {
  const run = useApproved(form, send);
  const go = useGo();
  return async function makeVoid() {
    const { commandId, reason } = form;
    if (reason === null) return;
    const words = form.words.trim();
    const made = await run('voidReceipt', { commandId, label, reason, ...(words ? { words } : {}) }, { mark });
    if (!made) return;
    // What was void is looked at next, with its reason beside it: never back on a "change due".
    go({ go: { at: 'receipts', label }, afresh: true });
  };
}
