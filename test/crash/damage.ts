import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { openStation } from '#db/station/open';
import { entries } from '#db/station/schema';
import { createApp } from '#main/app';
import { verdictOn } from '#main/check/verdict';
import { noteDamage } from '#main/openJournal';
import { type Chance, createChance } from '#test/support/chance';
import { assertRebuilt } from '#test/support/invariants';
import { checkStation } from './checkStation.ts';
import { EVERY_COMMAND } from './everyTurn.ts';
import { makeStationFolder } from './folders.ts';
import { hostOf } from './liveOn.ts';
import { type Lives, livesOf, quietLife } from './lives.ts';
import { type Faults, type Known, oracleIn } from './oracle.ts';

/** What a run of the rig came to, by what a station did with what was done to its files. */
export type DamageFigures = {
  trials: number;
  /** It starts, and nothing is lost. */
  works: number;
  /** It starts, nothing is lost, and its journal tells of an incident. */
  recovered: number;
  /** It does not start, and says why. */
  refuses: number;
  lost: number;
  doubled: number;
  /** Starts, and something of it is not what was written: only `verify` would tell. */
  violations: number;
};

/** One damage to one file of a station that took every command. */
type Damage = { file: string; what: string; happen: (path: string, chance: Chance) => void };
type Worked = { folder: string; known: ReadonlyMap<string, Known> };

const PAGE = 4_096;
const NOT_DAMAGED = /-shm$/;
/** The kind of an entry that tells of a loss which was made good. */
const INCIDENT = 'journal_recovered';

/**
 * Damages each file of a station in each way: a byte of each page, cut short, zeroed, deleted. The station works with
 * nothing lost, recovers and says so in its journal, or refuses to start and says why.
 * @param about.trials at most so many of the damages, chosen by the seed
 * @param about.isAsked which of them; all, unless told otherwise
 * @param tell is told each fault, in words
 */
export async function damage(
  about: { trials: number; seed: string; isAsked?: (file: string, what: string) => boolean },
  tell: (fault: string) => void,
): Promise<DamageFigures> {
  const chance = createChance(`damage ${about.seed}`);
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-damage-'));
  const lives = livesOf();
  const figures = { trials: 0, works: 0, recovered: 0, refuses: 0, lost: 0, doubled: 0, violations: 0 };
  try {
    // Ended in order, and killed: then its log still lies beside its database.
    const made = [await worked(lives, join(folder, 'ended'), null), await worked(lives, join(folder, 'killed'), 5)];
    const all = made.flatMap((of) =>
      damagesTo(of.folder).map((one) => ({ of, one, lot: chance.below(1_000_000_000) })),
    );
    const asked = all.filter(({ one }) => about.isAsked?.(one.file, one.what) ?? true);
    for (const { of, one } of asked.sort((left, right) => left.lot - right.lot).slice(0, about.trials)) {
      const { outcome, faults } = await tried(of, one, join(folder, 'tried'), chance);
      const isWhole = Object.values(faults).flat().length === 0;
      figures.trials += 1;
      if (isWhole) figures[outcome] += 1;
      else if (faults.lost.length > 0) figures.lost += 1;
      else if (faults.doubled.length > 0) figures.doubled += 1;
      else figures.violations += 1;
      for (const fault of Object.values(faults).flat().slice(0, 1))
        tell(`${basename(of.folder)}, ${one.file} ${one.what}: ${fault}`);
    }
    return figures;
  } finally {
    lives.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The folder of a station that took every command, and died at a step of one more where that is given. */
async function worked(lives: Lives, folder: string, deathAt: number | null): Promise<Worked> {
  await makeStationFolder(folder);
  const oracle = oracleIn(`${folder}.jsonl`);
  await lives.live({ ...quietLife(folder), commands: [...EVERY_COMMAND, 'takePayment'], deathAt }, oracle.hear);
  oracle.close();
  return { folder, known: oracle.known };
}

function damagesTo(folder: string): Damage[] {
  const files = readdirSync(folder).filter((file) => !NOT_DAMAGED.test(file) && statSync(join(folder, file)).isFile());
  return files.flatMap((file): Damage[] => {
    const { size } = statSync(join(folder, file));
    const pages = Array.from({ length: Math.ceil(size / PAGE) }, (_, page) => flipped(file, page));
    return [
      ...pages,
      { file, what: 'has lost its second half', happen: (path) => truncateSync(path, Math.floor(size / 2)) },
      { file, what: 'has lost its last byte', happen: (path) => truncateSync(path, size - 1) },
      { file, what: 'is empty', happen: (path) => truncateSync(path, 0) },
      { file, what: 'is all zeros', happen: (path) => writeFileSync(path, Buffer.alloc(size)) },
      { file, what: 'is gone', happen: (path) => rmSync(path) },
    ];
  });
}

function flipped(file: string, page: number): Damage {
  return {
    file,
    what: `has another byte in page ${page}`,
    happen(path, chance) {
      const bytes = readFileSync(path);
      const at = page * PAGE + chance.below(Math.min(PAGE, bytes.length - page * PAGE));
      bytes[at] = (bytes[at] ?? 0) ^ (1 + chance.below(255));
      writeFileSync(path, bytes);
    },
  };
}

async function tried({ folder, known }: Worked, { file, happen }: Damage, at: string, chance: Chance) {
  rmSync(at, { recursive: true, force: true });
  cpSync(folder, at, { recursive: true, filter: (path) => !NOT_DAMAGED.test(path) });
  happen(join(at, file), chance);
  const faults: Faults = { lost: [], doubled: [], other: [] };
  if (!(await started(at, faults))) return { outcome: 'refuses' as const, faults };
  let outcome: 'works' | 'recovered' = 'works';
  try {
    const db = openStation(join(at, 'station.db'));
    checkStation(db, { known, faults }, null);
    assertRebuilt(db);
    const tells = db.select({ kind: entries.kind }).from(entries).all();
    if (tells.some(({ kind }) => kind === INCIDENT)) outcome = 'recovered';
    db.$client.close();
  } catch (error) {
    faults.other.push(`it started, and cannot be read: ${String(error)}`);
  }
  return { outcome, faults };
}

/** Starts it as a person would: where what looks at it meanwhile finds damage, a second time. */
async function started(folder: string, faults: Faults): Promise<boolean> {
  const host = hostOf(quietLife(folder), Date.now);
  try {
    await createApp(host).close();
    if (verdictOn(join(folder, 'station.db')) === 'sound') return true;
    noteDamage(host);
    await createApp(host).close();
    return true;
  } catch (error) {
    // Under a test runner errors of Node itself are no Error of ours.
    const { message } = error as { message?: unknown };
    if (!String(message ?? '').includes(' ')) faults.other.push(`it says nothing: ${String(error)}`);
    return false;
  }
}
