import type { WorkPlace } from '#domain/role';
import type { Client } from '../../client.ts';
import { approversFor, type Station } from '../../frame/station.ts';
import { type Trouble, troubleOf } from '../../refusal.ts';
import type { ApprovalForm } from './approvalForm.ts';

/** Who approves: the one chosen, or the first who may. */
export function approverOf(
  { approver }: ApprovalForm,
  station: Station,
  place: WorkPlace,
  without?: readonly string[],
): string | null {
  const people = approversFor(station, place, without);
  return (people.find(({ person }) => person === approver) ?? people[0])?.person ?? null;
}

/** The next of those who may: one key goes round. */
export function nextApprover(
  form: ApprovalForm,
  station: Station,
  place: WorkPlace,
  without?: readonly string[],
): string | null {
  const people = approversFor(station, place, without).map((one) => one.person);
  const at = people.indexOf(approverOf(form, station, place, without) ?? '');
  return people[(at + 1) % Math.max(people.length, 1)] ?? null;
}

/** Asks for the yes. Answers the approval to send along, or what is wrong with it. */
export async function approve(
  client: Client,
  asked: { mark: string; person: string; pin: string },
): Promise<{ approval: string } | { trouble: Trouble }> {
  const answer = await client.call('approve', asked);
  if (answer.ok) return { approval: answer.value.approval };
  return { trouble: troubleOf(answer) ?? { code: null, facts: {}, sentence: '' } };
}
