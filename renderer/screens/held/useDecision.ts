import type { Dispatch } from 'react';
import { useStation } from '../../frame/station.ts';
import { held as words } from '../../messages/held.ts';
import { useBegun } from '../../ui/useBegun.ts';
import { APPROVAL_PIN, lacksPin } from '../approval/approvalForm.ts';
import { useApproved, useNextApprover } from '../approval/useApproved.ts';
import { useRestedQuery } from '../safe/useRestedQuery.ts';
import { decidedAtOnce, decisionOf, type HeldAction, type HeldForm, type HeldRow } from './heldForm.ts';

export type Deciding = ReturnType<typeof useDecision>;

/** What the signed-in person decides, with another, about the branch of the entry on show. */
export function useDecision(form: HeldForm, send: Dispatch<HeldAction>, row: HeldRow | undefined) {
  const role = useStation().station.person?.role;
  const branch = row?.what === 'stray' && (role === 'supervisor' || role === 'finance') ? row.branch : null;
  const decision = branch && decisionOf(form, branch);
  const reason = form.reason.trim();
  const told = branch && { station: branch.station, epoch: branch.epoch, digests: decidedAtOnce(branch), reason };
  const asked = useRestedQuery('strayDecision', told && decision && reason !== '' ? { decision, ...told } : null);
  const without = asked.value?.notApprovers ?? [];
  const run = useApproved(form, send, 'office', without);
  const begin = useBegun(form.begun, send);
  const mark = asked.value?.mark ?? null;
  const not = notYet(form, mark);
  const count = told?.digests.length ?? 0;
  const station = row?.station ?? '';
  const decide = async () => {
    if (!told || !decision) return;
    const commandId = begin(JSON.stringify({ decision, ...told }));
    const name = decision === 'adopt' ? 'adoptStrays' : 'dismissStrays';
    if (!(await run(name, { commandId, ...told }, { mark }))) return;
    const sentence = decision === 'adopt' ? words.adopted(count, station) : words.dismissed(count, station);
    send({ did: 'decided', sentence });
  };
  const supervisor = useNextApprover(form, send, 'office', without);
  const press = () => (not ? send({ did: 'wentTo', place: not.place }) : void decide());
  return {
    ...{ decision, asked, without, why: not?.why ?? null },
    label: decision ? words.button(decision, count, station) : '',
    press,
    instead:
      branch?.can === 'adopt'
        ? { run: () => send({ did: 'turned' }), label: words.instead[decisionOf(form, branch)] }
        : undefined,
    supervisor,
  };
}

function notYet(form: HeldForm, mark: string | null): { why: string; place: string } | null {
  if (form.reason.trim() === '') return { why: words.why.reason, place: 'reason' };
  if (lacksPin(form)) return { why: words.why.pin, place: APPROVAL_PIN };
  return mark === null ? { why: words.why.wait, place: 'primary' } : null;
}
