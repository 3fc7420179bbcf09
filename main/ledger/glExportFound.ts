import { glExportNumbered, glExportOfDay } from '#db/ledger/glExports';
import { refuse } from '#domain/refusal';
import type { LedgerContext } from './context.ts';
import type { GlReply } from './officeWire.ts';

/** The GL export of a number, or with which a day went out; without either, the newest. */
export async function glExportFound(
  context: LedgerContext,
  district: string,
  { number, through }: { number?: number | undefined; through?: string | undefined },
): Promise<GlReply> {
  const row = await context.db.inDistrict(district, 'read', (tx) =>
    number === undefined ? glExportOfDay(tx, district, through) : glExportNumbered(tx, district, number),
  );
  if (row !== null) return { number: row.number, lines: row.lines, sha256: row.sha256 };
  if (number !== undefined) refuse('gl_export_unknown', { number });
  return refuse('gl_day_not_exported', through === undefined ? {} : { openDay: through });
}
