import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entries } from '#db/station/schema';
import type { Personal } from '#domain/entry';
import { readEntry } from '#main/ledger/readEntry';
import { verifyJournal } from '#main/verify/verifyJournal';
import { exportJournal } from '../../main/export/exportJournal.ts';
import type { TestStation } from './station.ts';

/**
 * Holds a station's journal against both who read it elsewhere: every entry reads as good at the ledger, and the separate
 * program that checks journals finds nothing to complain of. Answers what that program says.
 */
export async function expectGoodJournal(station: TestStation): Promise<string[]> {
  const readings = station.look
    .select({ text: entries.text, personal: entries.personal })
    .from(entries)
    .all()
    .map(({ text, personal }) =>
      readEntry(text, JSON.parse(text), personal === null ? null : (JSON.parse(personal) as Personal)),
    );
  expect(readings.filter((reading) => reading.state !== 'good')).toEqual([]);
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-journal-'));
  try {
    const file = join(folder, 'journal.jsonl');
    await exportJournal(station.look, file, station.clock.now());
    return await verifyJournal(file, null);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
