import { asc } from 'drizzle-orm';
import { recordedCommand } from '#db/station/commands';
import type { StationDb } from '#db/station/open';
import { entries, printJobs, receipts } from '#db/station/schema';
import { Entry } from '#domain/entry';
import { assertInvariants } from '#test/support/invariants';
import type { Faults, Known } from './oracle.ts';

/** What is known of the counter, and the list to which faults go. */
type Told = { known: ReadonlyMap<string, Known>; faults: Faults };

/** What came out of the printer so far. */
export type Paper = { rows: string[]; slips: number };

/**
 * Holds a station's database against what its oracle knows: what was answered is there once, what was not at most once;
 * the journal is whole; no paper and no open tray without a job that caused it. Faults go to the oracle's list.
 */
export function checkStation(db: StationDb, oracle: Told, paper: Paper | null): void {
  const { faults } = oracle;
  try {
    assertInvariants(db);
  } catch (error) {
    faults.other.push(`an invariant is broken: ${error instanceof Error ? error.message : String(error)}`);
  }
  const written = countOfEntries(db);
  for (const [commandId, { about, answer }] of oracle.known) {
    const times = written.get(commandId) ?? 0;
    const isKept = recordedCommand(db, commandId) !== null;
    if (times > 1) faults.doubled.push(`${about.name} ${commandId} stands ${times} times in the journal`);
    if (answer?.ok && (times === 0 || !isKept)) faults.lost.push(`${about.name} ${commandId} was answered and is gone`);
    if (times > 0 !== isKept) faults.other.push(`${about.name} ${commandId} has an entry or a reply, and not both`);
  }
  checkLabels(db, oracle);
  if (paper) checkPaper(db, oracle, paper);
}

function countOfEntries(db: StationDb): Map<string, number> {
  const count = new Map<string, number>();
  for (const { text } of db.select({ text: entries.text }).from(entries).orderBy(asc(entries.position)).all()) {
    const { commandId } = Entry.parse(JSON.parse(text));
    count.set(commandId, (count.get(commandId) ?? 0) + 1);
  }
  return count;
}

const labelsIn = (db: StationDb) =>
  db
    .select({ label: receipts.label })
    .from(receipts)
    .all()
    .map(({ label }) => label);

/** Each receipt that somebody was told of is there once. */
function checkLabels(db: StationDb, { known, faults }: Told): void {
  const there = labelsIn(db);
  const told = [...known.values()].flatMap(({ about, answer }) =>
    about.name === 'takePayment' && answer?.ok ? [(answer.value as { label: string }).label] : [],
  );
  for (const label of told) {
    const times = there.filter((other) => other === label).length;
    if (times === 0) faults.lost.push(`receipt ${label} was told to a cashier and is gone`);
    if (times > 1) faults.doubled.push(`receipt ${label} is there ${times} times`);
  }
  if (new Set(told).size !== told.length) faults.doubled.push('one receipt number was told for two payments');
}

function checkPaper(db: StationDb, { faults }: Told, paper: Paper): void {
  const there = new Set(labelsIn(db));
  const jobs = db.select().from(printJobs).all();
  const numbers = paper.rows.flatMap((row) => row.match(/\b[A-Z]\d+(?:\.\d+)?-\d{6}\b/g) ?? []);
  for (const label of new Set(numbers))
    if (!there.has(label)) faults.other.push(`a slip names ${label}, which no journal has`);
  if (paper.slips > jobs.length) faults.doubled.push(`${paper.slips} slips came out for ${jobs.length} jobs`);
}
