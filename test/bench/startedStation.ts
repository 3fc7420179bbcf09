import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Answer } from '#contract/answer';
import type { CallName, Input, Output } from '#contract/contract';

export const ROOT = join(import.meta.dirname, '..', '..');

/** A station started as people do, in a process of its own. */
export type StartedStation = {
  /** Milliseconds from spawn to its JSON line. */
  startedIn: number;
  /** Calls at its loopback door, in one session. */
  ask<N extends CallName>(name: N, input: Input<N>): Promise<Output<N>>;
  /** Megabytes of memory: resident now, and the most it has had. */
  memory(): { now: number; most: number };
  end(): Promise<void>;
};

/** Builds the programs once, so that what is started is a built checkout. */
export function build(): void {
  execFileSync(process.execPath, [join(ROOT, 'main', 'start', 'build.mjs')], { cwd: ROOT, stdio: ['ignore', 2, 2] });
}

/** A station in a process of its own that nobody has opened yet. */
export type InvitingStation = Pick<StartedStation, 'startedIn' | 'memory' | 'end'> & { url: string };

/** `npm start -- --web --no-open --ledger URL --data DIR`, and what else is given, opened at its door. */
export async function npmStart(ledger: string, folder: string, ...more: string[]): Promise<StartedStation> {
  const { url, ...station } = await invitingStation(ledger, folder, ...more);
  return { ...station, ask: await openDoor(url) };
}

/** As {@link npmStart}; its start address is still to be opened, once. */
export async function invitingStation(ledger: string, folder: string, ...more: string[]): Promise<InvitingStation> {
  const from = performance.now();
  const npm = spawn(
    'npm',
    ['start', '--silent', '--', '--web', '--no-open', '--ledger', ledger, '--data', folder, ...more],
    {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const ended = once(npm, 'close');
  const line = await Promise.race([
    once(createInterface({ input: npm.stdout }), 'line').then(([text]) => String(text)),
    ended.then((): never => {
      throw new Error('the station ended before it was ready');
    }),
  ]);
  const startedIn = performance.now() - from;
  const { url } = JSON.parse(line) as { url: string };
  const { pid } = JSON.parse(readFileSync(join(folder, 'running.json'), 'utf8')) as { pid: number };
  return {
    url,
    startedIn,
    memory: () => memoryOf(pid),
    async end() {
      process.kill(pid, 'SIGTERM');
      await ended;
    },
  };
}

/** Exchanges the start address for a session, as a browser does. */
async function openDoor(startAddress: string): Promise<StartedStation['ask']> {
  const opened = await fetch(startAddress, { redirect: 'manual' });
  const cookie = opened.headers.get('set-cookie')?.split(';', 1)[0];
  if (!cookie) throw new Error(`the start address opened no session: ${opened.status}`);
  const { origin } = new URL(startAddress);
  return async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const response = await fetch(`${origin}/call/${name}`, {
      method: 'POST',
      headers: { cookie, origin, 'content-type': 'application/json' },
      body: JSON.stringify(input),
    });
    const answer = (await response.json()) as Answer<Output<N>>;
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
}

/** Megabytes of memory of a process: resident now, and the most it has had. */
export function memoryOf(pid: number): { now: number; most: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const megabytes = (field: string) => Number(new RegExp(`^${field}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1_024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}
