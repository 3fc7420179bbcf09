import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { PlainTrouble } from '#main/trouble';

/** A program of ours that runs beside the station until it is stopped. */
export type Child = {
  /** The JSON line that it prints when it is ready. Rejects when it ends before. */
  ready: Promise<{ url: string }>;
  /** Asks it to end, waits, and makes it end when it does not. */
  stop(): Promise<void>;
};

const Ready = z.object({ url: z.url() });
const STOP_MS = 8_000;

/**
 * Starts a program with the Node that runs this one. It gets an IPC channel that it never needs to use: when this process
 * is gone, however it went, the channel closes and the program can see that nobody needs it any more.
 * @param say takes what it prints to standard error, line by line
 */
export function startChild(program: string, flags: readonly string[], say: (line: string) => void): Child {
  const child = spawn(process.execPath, [program, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: embeddedEnvironment(process.env),
  });
  const ended = new Promise<void>((resolve) => {
    // Not `exit`: what it said last is still on its way then.
    child.on('close', () => resolve());
    child.on('error', () => resolve());
  });
  return {
    ready: readyFrom({ stdout: child.stdout, stderr: child.stderr, ended }, OWN_LEDGER, say),
    async stop() {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(hard);
    },
  };
}

/** The environment of an embedded ledger: it never uses the database or the token of a real one that are named there. */
export function embeddedEnvironment(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { DATABASE_URL: _database, LEDGER_ADMIN_TOKEN: _token, ...rest } = env;
  return rest;
}

type Output = { stdout: NodeJS.ReadableStream | null; stderr: NodeJS.ReadableStream | null; ended: Promise<void> };

/** What people call the one program that runs beside a station. */
export const OWN_LEDGER = 'The station’s own ledger';

/**
 * Waits for a program's JSON line; hands on, line by line, what it prints to standard error.
 * @param called what a sentence calls the program
 */
export function readyFrom(of: Output, called: string, say: (line: string) => void): Promise<{ url: string }> {
  const { stdout, stderr, ended } = of;
  if (stderr) createInterface({ input: stderr }).on('line', say);
  const line = new Promise<{ url: string }>((resolve) => {
    if (!stdout) return;
    createInterface({ input: stdout }).on('line', (text) => {
      const read = readyLine(text);
      if (read) resolve(read);
    });
  });
  const never = ended.then((): never => {
    throw new PlainTrouble(`${called} ended before it was ready. The lines above say why.`);
  });
  const ready = Promise.race([line, never]);
  // Whoever stops it before it is ready has no use for the news that it never will be.
  ready.catch(() => {});
  return ready;
}

/** Reads `{"url": …}`, or answers null for any other line. */
function readyLine(line: string): { url: string } | null {
  try {
    return Ready.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
