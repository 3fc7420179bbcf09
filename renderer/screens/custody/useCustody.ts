import type { Dispatch } from 'react';
import type { Drawer } from '#contract/shapes';
import type { CustodySlip } from '#domain/custodySlip';
import { useQuery, useSend } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import type { Asked } from '../../store.ts';
import type { ApprovalAction } from '../approval/approvalForm.ts';
import { useApproved } from '../approval/useApproved.ts';
import { useBegunAnew } from '../approval/useBegunAnew.ts';
import { piecesOf } from '../pieces/pieces.ts';
import { toldWhy } from '../undo/undoForm.ts';
import type { CustodyAction, CustodyForm } from './custodyForm.ts';

/** What was written down: the slip that tells it. */
export type Recorded = { kind: CustodySlip; label: string };

/** What the station is asked for, once all of it is there. Null while something is missing. */
export function useCustody(form: CustodyForm, send: Dispatch<CustodyAction>, drawer: Drawer) {
  const { commandId, what } = form;
  const asked = askedOf(form, drawer.drawer);
  const noSale = useQuery('noSaleProposal', asked.noSale);
  const paidIn = useQuery('paidInProposal', asked.paidIn);
  const paidOut = useQuery('paidOutProposal', asked.paidOut);
  const swap = useQuery('swapProposal', asked.swap);
  const proposal: Asked<{ mark: string }> = { drop: noSale, noSale, paidIn, paidOut, swap }[what];
  const mark = proposal.value?.mark ?? null;
  const told = useBegunAnew(send);
  const run = useApproved(form, told, 'drawer');
  const drop = useDrop(form, told, drawer);
  async function make(): Promise<Recorded | null> {
    const needed = { mark };
    const labelled = (kind: CustodySlip, done: { label: string } | null) => done && { kind, label: done.label };
    if (what === 'drop') return drop();
    if (asked.noSale) return labelled('no-sale', await run('openTray', { ...asked.noSale, commandId }, needed));
    if (asked.paidIn) return labelled('paid-in', await run('payIn', { ...asked.paidIn, commandId }, needed));
    if (asked.paidOut) return labelled('paid-out', await run('payOut', { ...asked.paidOut, commandId }, needed));
    if (asked.swap) return labelled('swap', await run('swapChange', { ...asked.swap, commandId }, needed));
    return null;
  }
  return { proposal, mark, make };
}

/** A drop needs nobody's yes: whoever receives it counts it, too. */
function useDrop(form: CustodyForm, send: Dispatch<ApprovalAction>, { drawer }: Drawer) {
  const ask = useSend();
  return async function drop(): Promise<Recorded | null> {
    if (form.busy) return null;
    send({ did: 'sent' });
    const answer = await ask('dropCash', { commandId: form.commandId, drawer, pieces: piecesOf(form.typed.out) });
    const trouble = answer && troubleOf(answer);
    if (trouble) send({ did: 'refused', trouble });
    return answer?.ok ? { kind: 'drop', label: answer.value.handoff } : null;
  };
}

/** The form as the door takes it, under what it is; null what it is not, or lacks something of. */
function askedOf(form: CustodyForm, drawer: string) {
  const { what, typed, words, attachment } = form;
  const out = piecesOf(typed.out);
  const into = piecesOf(typed.in);
  const isCounted = Object.keys(out).length > 0;
  const why = what === 'noSale' ? toldWhy(form) : null;
  const [fund = '', bars = ''] = form.place.split('/');
  const reason = words.trim();
  const paid =
    isCounted && fund !== '' && reason !== '' ? { drawer, pieces: out, place: { fund, bars }, reason } : null;
  const file = attachment && { name: attachment.name, sha256: attachment.sha256 };
  return {
    noSale: why && { drawer, ...why },
    paidIn: what === 'paidIn' ? paid : null,
    paidOut: what === 'paidOut' && paid && file ? { ...paid, attachment: file } : null,
    swap: what === 'swap' && isCounted && Object.keys(into).length > 0 ? { drawer, out, in: into } : null,
  };
}
