import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readEntry } from '#main/ledger/readEntry';
import { expectGolden } from '../support/golden.ts';
import { exportDay } from '../support/journalDay.ts';
import { readJournal } from '../support/tampering.ts';

/*
 * The golden journal is the export of a real day at a station whose clock, ids and randomness are fixed. Entries that
 * were written once are never written in another way, so this only changes with a new formula.
 */
test('the export of the golden day is the same, letter by letter', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-golden-'));
  const file = join(folder, 'journal.jsonl');
  await exportDay(file);
  expectGolden('journal-day.jsonl', readFileSync(file, 'utf8'));
  rmSync(folder, { recursive: true });
});

/* The second was written before entries told the yes that they spent and the customers of a receipt's accounts. */
test.each(['journal-day.jsonl', 'journal-day-untold.jsonl'])(
  'the ledger reads every entry of the golden day as good: %s',
  (name) => {
    for (const { text, personal } of readJournal(`test/golden/${name}`).lines) {
      const reading = readEntry(text, JSON.parse(text), personal as Parameters<typeof readEntry>[2]);
      expect([text.slice(0, 200), reading]).toEqual([text.slice(0, 200), expect.objectContaining({ state: 'good' })]);
    }
  },
);
