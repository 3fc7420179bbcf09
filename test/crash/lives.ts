import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { LifePlan, Said } from './stationAtWork.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const STATION = join(ROOT, 'test', 'crash', 'stationAtWork.ts');
/** No life lasts longer (ms): one that hangs is a fault. */
const LIFE_MS = 120_000;

/** How a life ended, and what it wrote to its log. */
export type Ended = { by: number | string; log: string };

/** By whose hand a life ends: so many answers after its start, and some milliseconds. */
export type Killed = { after: number; milliseconds: number };

/** What stands round a process: a program that runs it (strace, faketime), flags of Node, and its environment. */
export type Around = { program?: string[]; nodeFlags?: string[]; env?: NodeJS.ProcessEnv };

type Child = ChildProcessByStdio<Writable, Readable, Readable>;

/** Starts stations at work, each a process of its own; the next is loaded while the last one lives. */
export type Lives = {
  live(plan: LifePlan, hear: (said: Said) => void, killed?: Killed): Promise<Ended>;
  /** Ends the one that waits. */
  close(): void;
};

/** A plan in which nothing special happens. */
export function quietLife(folder: string): LifePlan {
  return {
    ...{ folder, again: [], commands: [], deathAt: null, diesInStart: false, isListing: false, printerPort: null },
    ...{ isHardy: false, hasLedger: false, drains: false, pauseMs: 0, clockAhead: 0 },
  };
}

export function livesOf(around: Around = {}): Lives {
  let next: Child | null = null;
  return {
    async live(plan, hear, killed) {
      const child = next ?? born(around);
      const ending = ended(child, hear, killed);
      child.stdin.on('error', () => {});
      child.stdin.end(`${JSON.stringify(plan)}\n`);
      next = around.program ? null : born(around);
      return ending;
    },
    close() {
      next?.kill('SIGKILL');
      next = null;
    },
  };
}

function born({ program = [], nodeFlags = [], env = {} }: Around): Child {
  const [command = '', ...more] = [...program, process.execPath, ...nodeFlags, STATION];
  return spawn(command, more, {
    cwd: ROOT,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: join(tmpdir(), 'counterfoil-compiled'), ...env },
  });
}

async function ended(child: Child, hear: (said: Said) => void, killed?: Killed): Promise<Ended> {
  let log = '';
  let out = '';
  let answers = 0;
  child.stderr.on('data', (text: Buffer) => {
    log += text;
  });
  child.stdout.on('data', (text: Buffer) => {
    const lines = (out + text).split('\n');
    out = lines.pop() ?? '';
    for (const line of lines) {
      const said = JSON.parse(line) as Said;
      if (said.says === 'answered') answers += 1;
      hear(said);
    }
    if (killed && answers >= killed.after) {
      answers = Number.NEGATIVE_INFINITY;
      setTimeout(() => child.kill('SIGKILL'), killed.milliseconds);
    }
  });
  const tooLong = setTimeout(() => child.kill('SIGABRT'), LIFE_MS);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(tooLong);
  return { by: signal ?? code ?? 0, log };
}
