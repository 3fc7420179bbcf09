import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStation, type StationDb } from '#db/station/open';
import { entries } from '#db/station/schema';
import { Entry } from '#domain/entry';
import { type Chance, createChance } from '#test/support/chance';
import { drained } from './drained.ts';
import { EVERY_COMMAND } from './everyTurn.ts';
import { type MovedClock, movedClock } from './fakeTime.ts';
import { ledgerWorld } from './ledgerWorld.ts';
import { livesOf, quietLife } from './lives.ts';
import { type Oracle, oracleIn } from './oracle.ts';

/** What a run of the rig came to. `refused`: commands that were refused in a sentence while a clock was wrong. */
export type ClockFigures = {
  trials: number;
  jumps: number;
  /** From the earliest to the latest time that an entry bears. */
  spanDays: number;
  answered: number;
  refused: number;
  drainedIn: number;
  lost: number;
  doubled: number;
  violations: number;
};

const DAY_MS = 86_400_000;
const COMMANDS_OF_TRIAL = 6;
/** A clock jumps after so many answers, in the middle of what belongs together. */
const ANSWERS_BETWEEN = 3;
const PAUSE_MS = 150;

/** The evening of one day turns into the next, and the hour that is there twice or not at all, at Quarry Bay (UTC). */
const MIDNIGHT = 'T07:59:59.000Z';
const SPRING_FORWARD = '2027-03-14T09:59:59.000Z';
const FALL_BACK = '2026-11-01T08:59:59.000Z';

/** What a clock does, and whose. */
type Jump = { whose: 'station' | 'service'; to: (clock: MovedClock) => void };

const by = (milliseconds: number) => (clock: MovedClock) => clock.moveBy(milliseconds);
const until = (instant: string) => (clock: MovedClock) => clock.moveBy(Date.parse(instant) - Date.now());
const midnight = (clock: MovedClock) => {
  const today = new Date().toISOString().slice(0, 10);
  clock.moveBy(Date.parse(`${today}${MIDNIGHT}`) - Date.now());
};

const JUMPS: readonly Jump['to'][] = [
  by(30 * DAY_MS),
  by(-30 * DAY_MS),
  by(0),
  by(3_600_000),
  until(SPRING_FORWARD),
  until(FALL_BACK),
  midnight,
  (clock) => clock.freeze(),
];

/**
 * Lets clocks of a station and of its ledger jump while it works: commands are answered or refused in a sentence, the
 * business day stays that of the drawer, and all that was answered gets to the ledger, in the order of its sequence.
 * @param tell is told each fault, in words
 */
export async function clockJumps(
  about: { trials: number; seed: string },
  tell: (fault: string) => void,
): Promise<ClockFigures> {
  const chance = createChance(`clock ${about.seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-clock-'));
  const clocks = {
    station: movedClock(join(folder, 'station-time')),
    service: movedClock(join(folder, 'service-time')),
  };
  const world = await ledgerWorld(join(folder, 'ledger'), clocks.service.env);
  const moved = livesOf({ env: clocks.station.env });
  const figures = {
    trials: 0,
    jumps: 0,
    spanDays: 0,
    answered: 0,
    refused: 0,
    drainedIn: 0,
    lost: 0,
    doubled: 0,
    violations: 0,
  };
  try {
    const station = join(folder, 'station');
    await world.enrol('W3', station);
    const oracle = oracleIn(join(folder, 'oracle.jsonl'));
    for (; figures.trials < about.trials; figures.trials++) {
      const commands = Array.from({ length: COMMANDS_OF_TRIAL }, () => chance.pick(EVERY_COMMAND));
      const plan = { ...quietLife(station), commands, isHardy: true, hasLedger: true, pauseMs: PAUSE_MS };
      let answers = 0;
      const { by: ended, log } = await moved.live({ ...plan, again: oracle.toAskAgain() }, (said) => {
        oracle.hear(said);
        if (said.says === 'it does not work') figures.refused += 1;
        if (said.says !== 'answered') return;
        answers += 1;
        if (answers % ANSWERS_BETWEEN === 0) figures.jumps += jump(clocks, chance);
      });
      if (ended !== 0) oracle.faults.other.push(`while clocks jumped a life ended by ${ended}: ${log}`);
      for (const clock of Object.values(clocks)) clock.moveBy(0);
      figures.drainedIn = Math.max(figures.drainedIn, await drained(world, moved, station, oracle));
      figures.spanDays = checkDays(station, oracle);
    }
    figures.answered = [...oracle.known.values()].filter(({ answer }) => answer?.ok).length;
    figures.lost = oracle.faults.lost.length;
    figures.doubled = oracle.faults.doubled.length;
    figures.violations = oracle.faults.other.length;
    for (const fault of Object.values(oracle.faults).flat()) tell(fault);
    oracle.close();
    return figures;
  } finally {
    moved.close();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

function jump(clocks: Record<Jump['whose'], MovedClock>, chance: Chance): number {
  const whose = chance.pick(['station', 'station', 'service'] as const);
  chance.pick(JUMPS)(clocks[whose]);
  return 1;
}

/** What is taken into a drawer is of the drawer's day, whatever the clock says meanwhile (F70). Answers the span of the clock. */
function checkDays(station: string, { faults }: Oracle): number {
  const db = openStation(join(station, 'station.db'));
  try {
    const days = new Map<string, string>();
    const journal = journalOf(db);
    for (const entry of journal) {
      const { drawer } = entry.payload as { drawer?: unknown };
      if (typeof drawer !== 'string') continue;
      if (entry.kind === 'drawer_opened') days.set(drawer, entry.businessDay);
      else if (entry.kind === 'receipt_issued' && days.get(drawer) !== entry.businessDay)
        faults.other.push(`${entry.payload.label} is of ${entry.businessDay}, and its drawer of ${days.get(drawer)}`);
    }
    const times = journal.map(({ recordedAt }) => recordedAt);
    return Math.round((Math.max(...times) - Math.min(...times)) / DAY_MS);
  } finally {
    db.$client.close();
  }
}

const journalOf = (db: StationDb) =>
  db
    .select({ text: entries.text })
    .from(entries)
    .orderBy(entries.position)
    .all()
    .map(({ text }) => Entry.parse(JSON.parse(text)));
