import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forged, put, readJournal, verdict } from '../support/tampering.ts';

/* A forger at the entry that tells of entries put back. */

const golden = readJournal('test/golden/journal-day.jsonl');
const place = golden.lines.findIndex((line) => JSON.parse(line.text).kind === 'journal_recovered');
const { sequence } = JSON.parse(golden.lines[place]?.text ?? '{}') as { sequence: number };

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-forgers-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each<[string, string, unknown, string]>([
  ['another way to lose them', 'payload.why', 'a_dog_ate_them', 'a_dog_ate_them is no way to lose entries.'],
  ['a person who did it', 'actor', 'm.ortiz', 'The actor is m.ortiz, but must be station.'],
  ['more of them', 'payload.entries', 2, 'The entries put back is 2, but must be 1.'],
  ['none of them', 'payload.entries', 0, 'entries is 0, which is less than 1.'],
  ['another first one', 'payload.first.sequence', sequence - 3, 'The entries put back is 1, but must be 3.'],
  ['an epoch to come', 'payload.first.epoch', 2, 'What was put back begins in epoch 2, which is to come.'],
  [
    'money that moves',
    'postings',
    [
      { account: 'drawer:W3-D0004:cash', side: 'debit', cents: 100 },
      { account: 'over-short', side: 'credit', cents: 100 },
    ],
    'The postings move 1.00 on drawer:W3-D0004:cash, but must move 0.00.',
  ],
])('entries put back, with %s, are caught', async (_, path, value, sentence) => {
  const said = await verdict(
    join(folder, 'journal.jsonl'),
    forged(golden, place, (entry) => put(entry, path, value)),
  );
  expect(said.replace(/^.* is bad: /, '')).toBe(sentence);
});
