import type { Client } from '../../client.ts';
import { type Station, supervisorsFor } from '../../frame/station.ts';
import { type Trouble, troubleOf } from '../../refusal.ts';
import type { ApprovalForm } from './approvalForm.ts';

/** Who approves: the one chosen, or the first who may. */
export function approverOf(form: ApprovalForm, station: Station): string | null {
  return form.approver ?? supervisorsFor(station)[0]?.person ?? null;
}

/** The next supervisor of the list: one key goes round. */
export function nextApprover(form: ApprovalForm, station: Station): string | null {
  const people = supervisorsFor(station).map((one) => one.person);
  const at = people.indexOf(approverOf(form, station) ?? '');
  return people[(at + 1) % Math.max(people.length, 1)] ?? null;
}

/** Asks for the yes. Answers the approval to send along, or what is wrong with it. */
export async function approve(
  client: Client,
  form: ApprovalForm,
  station: Station,
  mark: string,
): Promise<{ approval: string } | { trouble: Trouble }> {
  const person = approverOf(form, station) ?? '';
  const answer = await client.call('approve', { mark, person, pin: form.pin });
  if (answer.ok) return { approval: answer.value.approval };
  return { trouble: troubleOf(answer) ?? { code: null, facts: {}, sentence: '' } };
}
