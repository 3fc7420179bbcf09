import * as z from 'zod';

/** What a person may do (design §8). An auditor reads everything and changes nothing. */
export const Role = z.enum(['cashier', 'supervisor', 'finance', 'auditor']);
export type Role = z.infer<typeof Role>;

/** Where something is done that needs a second person's yes. */
export type WorkPlace = 'drawer' | 'office';

/** Whether somebody may be that second person: supervisors, and for the office's work finance as well (design §8). */
export function mayApprove(role: Role | null, place: WorkPlace): boolean {
  return role === 'supervisor' || (place === 'office' && role === 'finance');
}

/** A second person's yes: where it is given, who asks for it, and who had a part in what it is to. */
export type YesAsked = { place: WorkPlace; asker: string | null; without: readonly string[] };

/** Why somebody's yes does not count, as it is refused; null where it does. Lists offer those alone of whom it does. */
export function whyNoYes(
  { person, role }: { person: string; role: Role | null },
  { place, asker, without }: YesAsked,
): 'approval_not_theirs' | 'approver_not_supervisor' | 'approver_not_office' | null {
  if (person === asker || without.includes(person)) return 'approval_not_theirs';
  if (mayApprove(role, place)) return null;
  return place === 'office' ? 'approver_not_office' : 'approver_not_supervisor';
}
