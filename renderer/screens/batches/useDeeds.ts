import type { Dispatch } from 'react';
import { useStation } from '../../frame/station.ts';
import type { Actions } from '../../keymap.ts';
import { useBegun } from '../../ui/useBegun.ts';
import { type Route, useGo } from '../route.ts';
import { useTelling } from '../safe/useTelling.ts';
import {
  approveNotYet,
  type Batch,
  type BatchesAction,
  type BatchesForm,
  maySendBack,
  sentBack,
} from './batchesForm.ts';

type DeedsOf = {
  form: BatchesForm;
  send: Dispatch<BatchesAction>;
  /** The batch on show, once the ledger has told it. */
  batch: Batch | undefined;
  /** Goes somewhere from where one comes back to the same batch. */
  leave: (to: Route) => void;
};

/** What the signed-in person may do with the batch on show. */
export type BatchDeeds = {
  /** Whether she approves batches at all; an auditor only looks. */
  mayAct: boolean;
  /** Approves it, goes where what is missing is done, asks once more where it was sent back, or ends a drawer left open. */
  approve: () => void;
  /** Approves it although it was sent back; null while that is not asked. */
  approveAfterAll: (() => void) | null;
  /** Why it cannot be approved now. */
  why: string | null;
  sendBack: (() => void) | undefined;
  actions: Actions;
};

export function useDeeds({ form, send, batch, leave }: DeedsOf): BatchDeeds {
  const go = useGo();
  const begin = useBegun(form.begun, send);
  const { station } = useStation();
  const tell = useTelling(send);
  const role = station.person?.role;
  const mayAct = role === 'supervisor' || role === 'finance';
  const not = batch ? approveNotYet(batch) : null;
  const mark = batch && !not && !form.busy ? batch.mark : null;
  const approveNow = () => {
    if (!batch || mark === null) return;
    const commandId = begin(mark);
    void tell('approveBatch', { commandId, batch: batch.batch, mark }).then((done) => {
      if (done) send({ did: 'approved', batch: done.batch });
    });
  };
  const approve = () => {
    if (batch?.isLeft) return leave({ at: 'endDrawer', batch });
    if (not?.atTheSafe) leave({ at: 'safe' });
    if (batch && mark !== null && sentBack(batch)) send({ did: 'asked', mark });
    else approveNow();
  };
  const mayGoBack = mayAct && batch && maySendBack(batch) && !form.busy;
  // What a batch took is told of each receipt only where it is told of all.
  const receipts = batch?.totals
    ? () => leave({ at: 'officeReceipt', place: { batch: batch.batch, label: null, slip: null } })
    : undefined;
  const sendBack = mayGoBack ? () => leave({ at: 'sendBack', batch }) : undefined;
  return {
    ...{ mayAct, approve, why: not?.why ?? null, sendBack },
    // What is asked about is one batch as it was shown then.
    approveAfterAll: mark !== null && form.asking === mark ? approveNow : null,
    actions: {
      back: () => go({ go: 'back' }),
      primary: mayAct && batch ? approve : undefined,
      sendBack,
      batchReceipts: receipts,
    },
  };
}
