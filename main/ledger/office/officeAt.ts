import type { PersonNamed } from '#db/ledger/people';
import type { BusinessDay } from '#domain/businessDay';
import type { Policy } from '#domain/district';
import type { OfficeRequest } from '#main/sync/wire';
import type { GlWritten } from './exportGl.ts';

/** What every query of the office has at hand. */
export type OfficeAt = {
  district: string;
  now: number;
  /** Today in the district's time zone. */
  today: BusinessDay;
  actor: PersonNamed;
  policy: Policy;
};

/** What every command of the office has at hand. */
export type OfficeCommandAt = OfficeAt & {
  commandId: string;
  /** A second person's yes that came with it; {@link approvedBy} decides whether it holds. */
  approval: OfficeRequest['approval'];
  newSalt(): string;
  /** What was written before the office's chain was locked; null for every command but {@link exportGl}. */
  ahead: GlWritten | null;
};
