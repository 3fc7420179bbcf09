import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { journalLines } from '#main/ledger/journalLines';
import { verifyJournal } from '#main/verify/verifyJournal';
import { expectGolden } from '../support/golden.ts';
import { lineFor } from '../support/journalBuilder.ts';
import { contextOf, createTestStation, FIRST, onEachStore } from '../support/ledger.ts';
import { exportOfficeDay } from '../support/officeDayInFull.ts';

onEachStore('the ledger’s export of a journal', (on) => {
  let folder: string;
  let file: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'counterfoil-office-'));
    file = join(folder, 'journal.jsonl');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const exported = async (district: string, series: string) => {
    let text = '';
    for await (const line of await journalLines(contextOf(on.db), district, series)) text += line;
    writeFileSync(file, text);
    return text;
  };

  /*
   * The golden journal of the office is the export of a day whose clock, ids and randomness are fixed. Entries that were
   * written once are never written in another way.
   */
  test('of the golden day at the office is the same, letter by letter, and good', async () => {
    const text = await exportOfficeDay(contextOf(on.db));
    expectGolden('office-day.jsonl', text);
    writeFileSync(file, text);
    expect((await verifyJournal(file, null))[0]).toMatch(/^Journal of the office in quarry-bay, exported 2026-12-09T/);
  });

  test('of a station is the station’s own, however long it is', async () => {
    const station = await createTestStation(contextOf(on.db));
    const account = { ...(await station.account(FIRST)), charges: [] };
    station.journal.openDrawer();
    for (let receipt = 0; receipt < 510; receipt += 1) station.journal.pay([lineFor(account, 100)]);
    const { entries } = station.journal;
    for (let from = 0; from < entries.length; from += 500) await station.send(entries.slice(from, from + 500));
    const text = await exported(station.district, 'W3');
    const lines = text.trimEnd().split('\n').slice(1);
    expect(lines.map((line) => JSON.parse(line))).toEqual(entries);
    expect((await verifyJournal(file, null))[1]).toContain('510 receipts and 0 Z reports without a gap');
  });

  test('of the office is empty before it has done anything, and there is none of a station that never was', async () => {
    const station = await createTestStation(contextOf(on.db));
    await exported(station.district, 'L');
    expect(await verifyJournal(file, null)).toEqual([`The journal of the office in ${station.district} is empty.`]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(2);
    await expect(journalLines(contextOf(on.db), station.district, 'W9')).rejects.toMatchObject({
      code: 'station_unknown',
    });
  });
});
