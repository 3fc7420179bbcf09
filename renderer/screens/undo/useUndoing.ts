import type { Dispatch } from 'react';
import type { Input } from '#contract/contract';
import type { ApprovalAction } from '../approval/approvalForm.ts';
import { type ApprovedCommand, useApproved } from '../approval/useApproved.ts';
import { type BegunAnew, useBegunAnew } from '../approval/useBegunAnew.ts';
import { useGo } from '../route.ts';
import type { UndoForm } from './undoForm.ts';

type UndoName = Extract<ApprovedCommand, 'voidReceipt' | 'correctReceipt' | 'refundReceipt' | 'reverseReceipt'>;
type Asked<N extends UndoName> = Omit<Input<N>, 'commandId' | 'approval'>;

/**
 * Undoes on a supervisor's yes to this mark. What was undone is looked at next, with its reason beside it: never back on
 * a "change due".
 * @param asked null while something of it is not said yet
 */
export function useUndoing<N extends UndoName>(
  name: N,
  form: UndoForm,
  send: Dispatch<ApprovalAction | BegunAnew>,
  about: { label: string; asked: Asked<N> | null; mark: string | null },
) {
  const run = useApproved(form, useBegunAnew(send), 'drawer');
  const go = useGo();
  return async function undoIt() {
    const { label, asked, mark } = about;
    if (asked === null) return;
    const input = { ...asked, commandId: form.commandId } as unknown as Omit<Input<N>, 'approval'>;
    const done = await run(name, input, { mark });
    if (done) go({ go: { at: 'receipts', label }, afresh: true });
  };
}
