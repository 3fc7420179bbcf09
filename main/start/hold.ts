import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import * as z from 'zod';

/** A data folder that this process holds: nobody else opens its station meanwhile (F06). */
export type Hold = {
  /** Tells a second start where to ask for a start address. `origin` null: this station has a window of its own. */
  announce(as: { origin: string | null; secret: string }): void;
  release(): void;
  /** Where the last station here was served when it ended without letting go: its pages still ask there. 0 for nowhere. */
  leftPort: number;
};

const Running = z.object({ pid: z.int(), origin: z.string().nullable(), secret: z.string() });

/** How long a second start waits for the first one to become ready, or to end: who started it is told within a second. */
const PATIENCE_MS = 800;

/**
 * Takes hold of a data folder, or answers null when another process has it. The lock is the operating system's, on an
 * empty database file, so it ends with the process that holds it, however that ends: a hold is never stale, and a
 * station that hangs is never taken for dead.
 */
export function takeHold(folder: string): Hold | null {
  makeFolder(folder);
  const lock = new Database(lockFile(folder), { timeout: 0 });
  try {
    lock.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    lock.close();
    if ((error as { code?: unknown }).code === 'SQLITE_BUSY') return null;
    throw error;
  }
  const file = runningFile(folder);
  // What is there was left by a process that has ended.
  const left = readRunning(folder);
  rmSync(file, { force: true });
  return {
    leftPort: Number(/:(\d+)$/.exec(left?.origin ?? '')?.[1] ?? 0),
    announce: ({ origin, secret }) =>
      writeFileSync(file, JSON.stringify({ pid: process.pid, origin, secret }), { mode: 0o600 }),
    release() {
      rmSync(file, { force: true });
      lock.close();
    },
  };
}

/** Makes a folder with those above it. Node's own way never ends below a folder that takes none, such as /proc. */
function makeFolder(folder: string): void {
  if (isFolder(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    // A second start may have made it meanwhile.
    if (!isFolder(folder)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** What a start finds: the folder is its own now, or somebody runs there already and gave a start address, or did not. */
export type Claim = { hold: Hold } | { startAddress: string } | { taken: 'window' | 'silent' };

/**
 * Takes hold of a data folder; where another process has it, asks that one for a fresh start address, and waits a
 * moment for it to become ready or to end.
 * @param ask `fetch`
 */
export async function claim(folder: string, ask: typeof fetch, patienceMs = PATIENCE_MS): Promise<Claim> {
  const until = performance.now() + patienceMs;
  for (;;) {
    const hold = takeHold(folder);
    if (hold) return { hold };
    const running = readRunning(folder);
    if (running?.origin === null) return { taken: 'window' };
    const startAddress = running?.origin ? await askForStartAddress(running, ask, until) : null;
    if (startAddress !== null) return { startAddress };
    if (performance.now() > until) return { taken: 'silent' };
    await sleep(150);
  }
}

async function askForStartAddress(
  { origin, secret }: z.infer<typeof Running>,
  ask: typeof fetch,
  until: number,
): Promise<string | null> {
  try {
    const reply = await ask(`${origin}/control/start-address`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${secret}` },
      signal: AbortSignal.timeout(Math.max(50, Math.ceil(until - performance.now()))),
    });
    const answer = z.object({ ok: z.literal(true), value: z.object({ url: z.url() }) }).parse(await reply.json());
    return answer.value.url;
  } catch {
    return null;
  }
}

function readRunning(folder: string): z.infer<typeof Running> | null {
  try {
    return Running.parse(JSON.parse(readFileSync(runningFile(folder), 'utf8')));
  } catch {
    return null;
  }
}

/** Whether a folder was ever a station's, and so may be held now. */
export function wasHeld(folder: string): boolean {
  return existsSync(lockFile(folder));
}

const lockFile = (folder: string) => join(folder, 'running.lock');
const runningFile = (folder: string) => join(folder, 'running.json');
