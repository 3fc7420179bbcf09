import type { Dispatch } from 'react';
import type { Branch } from '#contract/heldCalls';
import { useStation } from '../../frame/station.ts';
import { held as words } from '../../messages/held.ts';
import { useBegun } from '../../ui/useBegun.ts';
import { APPROVAL_PIN, lacksPin } from '../approval/approvalForm.ts';
import { useApproved, useNextApprover } from '../approval/useApproved.ts';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import {
  decidedAtOnce,
  decisionOf,
  type HeldAction,
  type HeldForm,
  type HeldRow,
  type ParkedEntry,
  receiptsUnknown,
} from './heldForm.ts';

export type Deciding = ReturnType<typeof useDecision>;

/** What the signed-in person decides, with another, about the entry on show and all that belong to it. */
export function useDecision(form: HeldForm, send: Dispatch<HeldAction>, row: HeldRow | undefined) {
  const role = useStation().station.person?.role;
  const mayDecide = role === 'supervisor' || role === 'finance';
  const branch = mayDecide && row?.what === 'stray' ? row.branch : null;
  const parked = mayDecide && row?.what === 'parked' ? row.parked : null;
  const decision = branch ? decisionOf(form, branch) : parked ? ('explain' as const) : null;
  const reason = form.reason.trim();
  const strays = branch && straysTold(branch, reason);
  const entry = parked && entryTold(parked, reason);
  const asked = useMark(reason === '' ? null : decision, strays, entry);
  const without = asked.value?.notApprovers ?? [];
  const run = useApproved(form, send, 'office', without);
  const begin = useBegun(form.begun, send);
  const needed = { mark: asked.value?.mark ?? null };
  const not = notYet(form, needed.mark);
  const count = strays?.digests.length ?? 1;
  const station = row?.station ?? '';
  const decide = async () => {
    const commandId = begin(JSON.stringify({ decision, ...strays, ...entry }));
    if (entry && (await run('explainParked', { commandId, ...entry }, needed)))
      send({ did: 'decided', sentence: words.explained(words.entry(station, entry.sequence)) });
    if (strays && decision === 'adopt' && (await run('adoptStrays', { commandId, ...strays }, needed)))
      send({ did: 'decided', sentence: words.adopted(count, station) });
    if (strays && decision === 'dismiss' && (await run('dismissStrays', { commandId, ...strays }, needed)))
      send({ did: 'decided', sentence: words.dismissed(count, station) });
  };
  const supervisor = useNextApprover(form, send, 'office', without);
  return {
    unknown: branch && decision === 'dismiss' ? receiptsUnknown(branch) : 0,
    ...{ decision, count, asked, without, supervisor, why: not?.why ?? null },
    label: decision ? words.button(decision, count, station) : '',
    press: () => (not ? send({ did: 'wentTo', place: not.place }) : void decide()),
    instead:
      branch?.can === 'adopt'
        ? { run: () => send({ did: 'turned' }), label: words.instead[decisionOf(form, branch)] }
        : undefined,
  };
}

/** The mark of what is decided, once a reason is there. */
function useMark(
  decision: Branch['can'] | 'explain' | null,
  strays: ReturnType<typeof straysTold> | null,
  entry: ReturnType<typeof entryTold> | null,
) {
  const isOfStrays = strays !== null && decision !== null && decision !== 'explain';
  const ofStrays = useRestedQuery('strayDecision', isOfStrays ? { decision, ...strays } : null);
  const ofEntry = useRestedQuery('parkedMark', decision === 'explain' ? entry : null);
  return entry === null ? ofStrays : ofEntry;
}

const straysTold = (branch: Branch, reason: string) => ({
  ...{ station: branch.station, epoch: branch.epoch, digests: decidedAtOnce(branch), reason },
});

const entryTold = ({ station, epoch, sequence }: ParkedEntry, reason: string) => ({ station, epoch, sequence, reason });

function notYet(form: HeldForm, mark: string | null): { why: string; place: string } | null {
  if (form.reason.trim() === '') return { why: words.why.reason, place: 'reason' };
  if (lacksPin(form)) return { why: words.why.pin, place: APPROVAL_PIN };
  return mark === null ? { why: words.why.wait, place: 'primary' } : null;
}
