import { glExportNumbered } from '#db/ledger/glExports';
import { refuse } from '#domain/refusal';
import type { LedgerContext } from './context.ts';
import { glTextAgain, type Reading } from './glLines.ts';

/**
 * A GL export as CSV text, part by part: the bytes that went out, made again from the journals.
 * @throws Refusal `gl_export_unknown`, `gl_export_altered`, before the first byte
 */
export async function glExportText(
  context: LedgerContext,
  district: string,
  number: number,
): Promise<AsyncGenerator<string>> {
  const reading: Reading = (read) => context.db.inDistrict(district, 'read', read);
  const row = await reading((tx) => glExportNumbered(tx, district, number));
  return glTextAgain(reading, district, row ?? refuse('gl_export_unknown', { number }));
}
