import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StationCommand } from '#contract/contract';
import { openStation } from '#db/station/open';
import { createApp } from '#main/app';
import { type Chance, createChance } from '#test/support/chance';
import { checkStation } from './checkStation.ts';
import { EVERY_COMMAND } from './everyTurn.ts';
import { makeStationFolder } from './folders.ts';
import { hostOf } from './liveOn.ts';
import { type Around, quietLife } from './lives.ts';
import type { Faults, Known } from './oracle.ts';
import { CUTS, type Cut, filesOf, type Left, layOut, type PowerCutDisk, powerCutDisk } from './powerCutDisk.ts';
import { type FileEvent, recorded } from './recording.ts';

/** What a run of the rig came to. A state is one disk as a power cut may leave it. */
export type PowerCutFigures = {
  states: number;
  /** Those among them that a cut during the recovery from an earlier cut left. */
  inRecovery: number;
  /** Writes and syncs that the commands made. */
  events: number;
  /** Commands answered. */
  answered: number;
  lost: number;
  doubled: number;
  violations: number;
};

/** A run of commands, what it did to the disk, and what the disk held before. */
type Recording = { start: Left; folder: string; events: FileEvent[]; known: ReadonlyMap<string, Known> };

/** One in so many states, unless told otherwise, is recovered from under the recorder. */
const RECOVERIES = 150;
/** States of each recovery. */
const STATES_OF_RECOVERY = 25;

/**
 * Records what commands do to the disk, and re-opens the disk as it may have been at each point, so many times.
 * @param about.recoveries one in so many states is recovered from under the recorder, and cut again
 * @param about.commands what is told; every command, and most of them twice, unless told otherwise
 * @param about.isControl something must be lost: it ends as soon as something is
 * @param tell is told each fault, in words
 */
export async function powerCuts(
  about: {
    states: number;
    seed: string;
    around?: Around;
    recoveries?: number;
    commands?: StationCommand[];
    isControl?: boolean;
  },
  tell: (fault: string) => void,
): Promise<PowerCutFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-power-'));
  const chance = createChance(`power ${about.seed}`);
  try {
    const recording = await recordCommands(join(folder, 'station'), about);
    const figures = { states: 0, inRecovery: 0, ...madeBy(recording.events) };
    const found = { lost: 0, doubled: 0, violations: 0 };
    const count = (faults: Faults, where: string) => {
      if (faults.lost.length > 0) found.lost += 1;
      if (faults.doubled.length > 0) found.doubled += 1;
      if (faults.other.length > 0) found.violations += 1;
      for (const fault of Object.values(faults).flat().slice(0, 3)) tell(`${where}: ${fault}`);
    };
    const opened = join(folder, 'opened');
    for (const state of statesOf(recording, about.states, chance)) {
      figures.states += 1;
      count(await reopened(state, opened, about.isControl), state.where);
      if (about.isControl && found.lost > 0) break;
      if (figures.states % (about.recoveries ?? RECOVERIES) !== 0) continue;
      const again = await recordRecovery(state, join(folder, 'recovering'));
      for (const second of statesOf(again, STATES_OF_RECOVERY, chance)) {
        figures.states += 1;
        figures.inRecovery += 1;
        count(await reopened(second, opened), `${state.where}, and in its recovery ${second.where}`);
      }
    }
    return { ...figures, ...found };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function madeBy(events: readonly FileEvent[]): Pick<PowerCutFigures, 'events' | 'answered'> {
  const answered = events.filter((event) => event.op === 'said' && event.said.says === 'answered').length;
  return { events: events.filter(({ op }) => op !== 'said').length, answered };
}

/** Every command, and most of them twice: more than SQLite keeps in its log, which so is written over. */
const USUAL = [...EVERY_COMMAND, ...EVERY_COMMAND.filter((name) => name !== 'openDrawer')];

async function recordCommands(folder: string, about: { commands?: StationCommand[]; around?: Around }) {
  await makeStationFolder(folder);
  const start = filesOf(folder);
  const events = await recorded({ ...quietLife(folder), commands: about.commands ?? USUAL }, about.around);
  return { start, folder, events, known: new Map() };
}

async function recordRecovery({ left, from, known }: State, folder: string): Promise<Recording> {
  layOut(left, from, folder);
  const start = filesOf(folder);
  return { start, folder, events: await recorded({ ...quietLife(folder), diesInStart: true }), known };
}

/** One disk as a power cut may leave it, and what the oracle knows then. */
type State = { left: Left; from: string; known: ReadonlyMap<string, Known>; where: string };

/** So many states, spread over all that was done, each way to cut in its turn. */
function* statesOf(recording: Recording, states: number, chance: Chance): Generator<State> {
  const { start, folder, events } = recording;
  const disk = powerCutDisk(start);
  const points = events.filter(({ op }) => op !== 'said').length;
  let passed = 0;
  let made = 0;
  for (const { event, known } of whileItWent(events, recording.known)) {
    if (event.op === 'said') continue;
    disk.apply(event);
    passed += 1;
    for (; made < Math.floor((states * passed) / points); made++) {
      const how = CUTS[made % CUTS.length] ?? 'none';
      yield { left: disk.cut(how, chance), from: folder, known: new Map(known), where: whereOf(passed, how, disk) };
    }
  }
}

const whereOf = (place: number, how: Cut, disk: PowerCutDisk) =>
  `after event ${place}, ${how} of what was not synced${disk.isDirty() ? '' : ' (nothing)'}`;

/** Each event, with what was meant and answered by then; the map goes on changing. */
function* whileItWent(events: readonly FileEvent[], before: ReadonlyMap<string, Known>) {
  const known = new Map(before);
  for (const event of events) {
    if (event.op === 'said') {
      const { said } = event;
      if (said.says === 'meant') known.set(said.about.input.commandId, { about: said.about, answer: null });
      const about = said.says === 'answered' ? known.get(said.commandId)?.about : undefined;
      if (said.says === 'answered' && about) known.set(said.commandId, { about, answer: said.answer });
    }
    yield { event, known };
  }
}

/** Starts the station on such a disk, and holds what is there against what was answered. */
/** @param isAlone of a control: its second copy would make good what its database lost, and is taken away */
async function reopened({ left, from, known }: State, folder: string, isAlone = false): Promise<Faults> {
  layOut(left, from, folder);
  if (isAlone) rmSync(join(folder, 'twin.jsonl'), { force: true });
  const faults: Faults = { lost: [], doubled: [], other: [] };
  try {
    const app = createApp(hostOf(quietLife(folder), Date.now));
    await app.close();
    const db = openStation(join(folder, 'station.db'));
    checkStation(db, { known, faults }, null);
    db.$client.close();
  } catch (error) {
    faults.other.push(`it does not open: ${error instanceof Error ? error.message : String(error)}`);
  }
  return faults;
}
