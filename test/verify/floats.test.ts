import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Forged, forged, type Journal, readJournal, verdict } from '../support/tampering.ts';

/* Floats that the office issued ahead, and drawers that say that they took one. */

const golden = readJournal('test/golden/journal-day.jsonl');
const openings = golden.lines.flatMap((line, place) =>
  JSON.parse(line.text).kind === 'drawer_opened' && JSON.parse(line.text).payload.floatCents > 0 ? [place] : [],
);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-floats-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const verified = (journal: Journal) => verdict(join(folder, 'journal.jsonl'), journal);

/** The opening of a drawer, as one that took an issued float. */
const taking =
  (handoff: string, from = handoff) =>
  (entry: Forged) => {
    entry.payload.handoff = handoff;
    entry.postings[1].account = `transit:${from}`;
  };
const [first = 0, second = 0] = openings;

test('a drawer that took an issued float comes out of its transit account', async () => {
  expect(await verified(forged(golden, first, taking('L-F0007')))).toContain('Balanced');
});

test.each<[string, string, string, string]>([
  ['out of another handoff', 'L-F0007', 'W3-D0001-float', 'on transit:L-F0007, but must move −200.00'],
  ['out of what is no float', 'W4-D0001-cash', 'W4-D0001-cash', 'which is no float of the office'],
])('a drawer that takes a float %s is bad', async (_, handoff, from, sentence) => {
  expect(await verified(forged(golden, first, taking(handoff, from)))).toContain(sentence);
});

test('two drawers that take one float are bad', async () => {
  const once = forged(golden, first, taking('L-F0007'));
  expect(await verified(forged(once, second, taking('L-F0007')))).toContain(
    'Float L-F0007 was taken by another drawer before.',
  );
});
