import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import * as z from 'zod';

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
  const child = spawn(process.execPath, [program, ...flags], { stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  createInterface({ input: child.stderr as NodeJS.ReadableStream }).on('line', say);
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', () => resolve());
  });
  const ready = new Promise<{ url: string }>((resolve, reject) => {
    createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => {
      const read = readyLine(line);
      if (read) resolve(read);
    });
    const never = () => reject(new Error(`${program} ended before it was ready`));
    child.on('exit', never);
    child.on('error', never);
  });
  // Whoever stops it before it is ready has no use for the news that it never will be.
  ready.catch(() => {});
  return {
    ready,
    async stop() {
      child.kill('SIGTERM');
      const hard = setTimeout(() => child.kill('SIGKILL'), STOP_MS);
      await ended;
      clearTimeout(hard);
    },
  };
}

/** Reads `{"url": …}`, or answers null for any other line. */
export function readyLine(line: string): { url: string } | null {
  try {
    return Ready.parse(JSON.parse(line));
  } catch {
    return null;
  }
}
