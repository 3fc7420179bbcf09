import { entriesOfSeries, journalPage } from '#db/ledger/entries';
import { newestEpoch } from '#db/ledger/stations';
import { assert } from '#domain/assert';
import { refuse } from '#domain/refusal';
import { OFFICE_SERIES } from '#domain/series';
import type { LedgerContext } from './context.ts';

/** Entries read and sent at once. */
const PART = 500;

/**
 * A whole journal as the ledger keeps it, line by line in the format of a station's own export: a first line that says
 * what it is, then one line an entry, all epochs. What is added meanwhile waits for the next export.
 * @param series the office's, `L`, or that of a station that was ever enrolled
 * @throws Refusal `station_unknown`, before the first line
 */
export async function journalLines(
  context: LedgerContext,
  district: string,
  series: string,
): Promise<AsyncGenerator<string>> {
  const entries = await context.db.inDistrict(district, 'read', async (tx) => {
    if (series !== OFFICE_SERIES && (await newestEpoch(tx, district, series)) === 0)
      refuse('station_unknown', { station: series });
    return entriesOfSeries(tx, district, series);
  });
  const exportedAt = new Date(context.now()).toISOString();
  return linesOf(context, { counterfoil: 'journal', version: 1, district, series, exportedAt, entries });
}

async function* linesOf(
  context: LedgerContext,
  first: { district: string; series: string; entries: number; [name: string]: unknown },
): AsyncGenerator<string> {
  yield `${JSON.stringify(first)}\n`;
  let after = { epoch: 0, sequence: 0 };
  for (let left = first.entries; left > 0; ) {
    const page = await context.db.inDistrict(first.district, 'read', (tx) =>
      journalPage(tx, first.district, first.series, after, Math.min(PART, left)),
    );
    const last = page.at(-1);
    assert(last, `a journal of ${first.entries} entries ended early`);
    yield page.map(lineOf).join('');
    left -= page.length;
    after = { epoch: last.epoch, sequence: last.sequence };
  }
}

function lineOf({ text, hash, personal }: { text: string; hash: string; personal: string | null }): string {
  return `${JSON.stringify({ text, hash, personal: personal === null ? null : JSON.parse(personal) })}\n`;
}
