import type { Dispatch } from 'react';
import { usePage } from '../../page.ts';
import type { ApprovalAction } from '../approval/approvalForm.ts';
import type { BegunAnew } from './undoForm.ts';

/** The same dispatch, which begins the command anew where the journal keeps that it was refused. */
export function useBegunAnew(send: Dispatch<ApprovalAction | BegunAnew>): Dispatch<ApprovalAction> {
  const { host } = usePage();
  return (action) => {
    send(action);
    if (action.did === 'refused' && action.trouble.facts.kept) send({ did: 'begunAnew', commandId: host.newId() });
  };
}
