import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { insertGlExport, policyNow } from '#db/ledger/glExports';
import { officeKey } from '#db/ledger/officeJournal';
import { glPlaces } from '#domain/glPlaces';
import { glHeader, glRows } from '#formats/glCsv';
import { linesOfClose, namesIn, totalsOf } from '#main/ledger/glLines';
import type { TestContext } from './ledger.ts';
import { FINANCE } from './officeDay.ts';

/** Exports the first close, of this day, by the first formula of lines, as nobody does any more. Answers its text. */
export function exportedByFirst({ db, at }: TestContext, district: string, day: string): Promise<string> {
  return db.inDistrict(district, 'write', async (tx) => {
    const now = await policyNow(tx, district);
    if (!now) throw new Error('the district has a policy');
    const book = { district, number: 1, layout: 'batch', formula: 1, places: glPlaces(now.policy) } as const;
    const lines = await linesOfClose(tx, { ...book, names: namesIn(now.policy) }, 1, 0);
    const text = `${glHeader()}${glRows(lines)}`;
    const told = { number: 1, first: day, through: day, layout: 'batch' as const, lineFormula: 1 as const };
    const sums = { ...totalsOf(lines), lines: lines.length, policyVersion: now.version };
    const sha256 = createHash('sha256').update(text).digest('hex');
    // Its entry tells no formula, as that of the close does not.
    const [{ sequence } = { sequence: 0 }] = await tx.rows<{ sequence: number }>(
      sql`SELECT sequence FROM entries WHERE kind = 'day_closed'`,
    );
    const row = { ...told, ...sums, sha256, exportedBy: FINANCE, exportedAt: at.now, sequence };
    await insertGlExport(tx, officeKey(district), row, [{ close: 1, lines: lines.length }]);
    return text;
  });
}
