import * as z from 'zod';

/** What a person may do (design §8). An auditor reads everything and changes nothing. */
export const Role = z.enum(['cashier', 'supervisor', 'finance', 'auditor']);
export type Role = z.infer<typeof Role>;

/** Where something is done that needs a second person's yes. */
export type WorkPlace = 'drawer' | 'office';

/** Whether somebody may be that second person: supervisors, and for the office's work finance as well (design §8). */
export function mayApprove(role: Role, place: WorkPlace): boolean {
  return role === 'supervisor' || (place === 'office' && role === 'finance');
}
