import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { entries } from '#db/station/schema';
import { journalLines } from '#main/ledger/journalLines';
import { verifyJournal } from '#main/verify/verifyJournal';
import { assertInvariants } from '../support/invariants.ts';
import type { Counter } from './counter.ts';
import { BILLED, DISTRICT } from './district.ts';
import { openTrayAt, type Paper, paidOn } from './oracle.ts';
import { balancesAre, closed } from './stepsAtCounter.ts';
import { tellUnknown } from './stepsOfOffice.ts';
import { sameAnswer, violated } from './violation.ts';
import type { World } from './world.ts';

/** How long (s of the made-up clock) a station may take to send and read all, once nothing goes wrong any more. */
const DRAINS_WITHIN = 180;

/** What the ledger lacks of the papers in customers' hands, and what it has more than once. */
export type Outcome = { lost: string[]; doubled: string[] };

/** The faults stop. Within bounded time everything drains and agrees: with the oracle, station by station, to the cent. */
export async function atPeace(world: World): Promise<Outcome> {
  const { lines, counters, oracle } = world;
  world.isAtPeace = true;
  while (lines.stragglers.length > 0) await lines.late();
  for (const { series } of counters) lines.set(series, 'open');
  for (const counter of counters) await drained(world, counter);
  await tellUnknown(world);
  for (const counter of counters) {
    const tray = openTrayAt(oracle, counter.series);
    if (tray) await closed(world, counter, tray);
  }
  // A second time, so that each has heard of what the others did.
  for (let round = 0; round < 2; round++) for (const counter of counters) await drained(world, counter);
  for (const counter of counters) await agrees(world, counter);
  await booksAgree(world);
  return papersAt(world);
}

async function drained(world: World, counter: Counter): Promise<void> {
  const from = world.clock.now();
  for (let second = 0; second < DRAINS_WITHIN; second++) {
    await world.calm();
    const { sync } = await counter.anyone('station', {});
    if (sync.unsent === 0 && sync.state === 'online' && sync.accountsAsOf > from + counter.skewMs) return;
    world.clock.advance(1_000);
  }
  const { sync } = await counter.anyone('station', {});
  violated(
    `${counter.series} did not drain within ${DRAINS_WITHIN} s: ${sync.state}, ${sync.stopped?.why ?? 'running'}`,
  );
}

/** The station's own books are whole, the ledger has its journal letter by letter, and its screens tell the true balances. */
async function agrees(world: World, counter: Counter): Promise<void> {
  assertInvariants(counter.look());
  const own = counter
    .look()
    .select({ text: entries.text, hash: entries.hash })
    .from(entries)
    .orderBy(entries.position)
    .all();
  const there = await world.centre.rows<{ text: string; hash: string }>(
    `SELECT text, hash FROM entries WHERE series = '${counter.series}' ORDER BY epoch, sequence`,
  );
  sameAnswer(there.length, own.length, `entries of ${counter.series} at the ledger`);
  for (const [place, entry] of own.entries()) sameAnswer(there[place], entry, `an entry of ${counter.series}`);
  await balancesAre(world, counter);
}

/** The ledger's own promises, and each journal by the auditor's program. */
async function booksAgree(world: World): Promise<void> {
  const { centre } = world;
  const one = async (query: string) => Number((await centre.rows<{ n: number | string }>(query))[0]?.n ?? 0);
  sameAnswer(await one('SELECT count(*) AS n FROM parked'), 0, 'parked entries');
  // What came out of turn once, after the ledger was restored, is there in its place by now.
  const strays = `SELECT count(*) AS n FROM quarantine q WHERE NOT EXISTS (SELECT FROM entries e WHERE e.hash = q.hash)`;
  sameAnswer(await one(strays), 0, 'entries in quarantine that are nowhere else');
  sameAnswer(
    await one(`SELECT sum(CASE side WHEN 'debit' THEN cents ELSE -cents END) AS n FROM postings`),
    0,
    'debits − credits',
  );
  for (const [accountNumber, billed] of BILLED) {
    const owed = await one(
      `SELECT coalesce(sum(a.cents), 0) AS n FROM applications a WHERE a.account_number = '${accountNumber}'`,
    );
    sameAnswer(owed, paidOn(world.oracle, accountNumber), `what was paid on ${accountNumber} of ${billed}`);
  }
  for (const series of ['L', ...world.counters.map((counter) => counter.series)]) await verified(world, series);
}

async function verified({ centre, tell }: World, series: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-verified-'));
  const file = join(folder, 'journal.jsonl');
  let text = '';
  for await (const line of await journalLines(centre.context, DISTRICT, series)) text += line;
  writeFileSync(file, text);
  try {
    await verifyJournal(file, null);
    tell(`${series} ends at ${JSON.parse(text.trimEnd().split('\n').at(-1) ?? '{}').hash ?? 'nothing'}`);
  } catch (error) {
    violated(`the journal of ${series}: ${error instanceof Error ? error.message : String(error)}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Every paper in a customer's hand is at the ledger, once. */
async function papersAt({ centre, oracle }: World): Promise<Outcome> {
  const rows = await centre.rows<{ text: string }>(`SELECT text FROM entries WHERE kind = 'receipt_issued'`);
  const found = new Map<string, number>();
  for (const { text } of rows) {
    const { label, totalCents } = JSON.parse(text).payload;
    const key = `${label} ${totalCents}`;
    found.set(key, (found.get(key) ?? 0) + 1);
  }
  const papers = new Set(oracle.papers.map(keyOf));
  return {
    lost: [...papers].filter((key) => !found.has(key)),
    doubled: [...found].filter(([key, times]) => times > 1 || !papers.has(key)).map(([key]) => key),
  };
}

const keyOf = ({ label, cents }: Paper) => `${label} ${cents}`;
