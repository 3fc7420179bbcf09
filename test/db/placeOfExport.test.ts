import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { notToBeWritten } from '#main/export/placeOfExport';

let place: string;
let data: string;
beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), 'counterfoil-export-'));
  data = join(place, 'w3');
  mkdirSync(data);
  writeFileSync(join(data, 'station.db'), 'SQLite format 3');
});
afterEach(() => rmSync(place, { recursive: true }));

test('bug: an export is never written over the station’s own database, nor beside it', () => {
  expect(notToBeWritten(join(data, 'station.db'), data)).toMatch(/lies in the station’s own folder/);
  expect(notToBeWritten(join(data, 'journal.jsonl'), data)).toMatch(/lies in the station’s own folder/);
  symlinkSync(data, join(place, 'link'));
  expect(notToBeWritten(join(place, 'link', 'station.db'), data)).toMatch(/lies in the station’s own folder/);
  expect(notToBeWritten(join(data, 'station.db'), join(place, 'link'))).toMatch(/lies in the station’s own folder/);
});

test('it takes the place of an earlier export, and of nothing else that is there', () => {
  const file = join(place, 'journal.jsonl');
  expect(notToBeWritten(file, data)).toBeNull();
  writeFileSync(file, '{"counterfoil":"journal","version":1}\n');
  expect(notToBeWritten(file, data)).toBeNull();
  writeFileSync(file, 'a letter to a friend, of some length');
  expect(notToBeWritten(file, data)).toMatch(/is no export of a journal/);
  writeFileSync(file, '');
  expect(notToBeWritten(file, data)).toMatch(/is no export of a journal/);
});
