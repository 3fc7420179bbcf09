import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** A program of ours that a test runs as people do. */
export type Program = {
  pid: number;
  /** The address in its JSON line. Rejects with what it said when it ends before. */
  url: Promise<string>;
  /** All that it said to people so far, line by line. */
  said: string[];
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  end(signal?: NodeJS.Signals): Promise<number | string>;
};

const running = new Set<ChildProcess>();

/**
 * Runs a program from dist/ (built when it must be) as its npm script does.
 * @param name of the program, such as `start`
 */
export function runProgram(name: string, ...flags: string[]): Program {
  const child = spawn(process.execPath, ['main/start/launch.mjs', name, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => said.push(line));
  const ended = once(child, 'close').then(([code, signal]: (number | string)[]) => {
    running.delete(child);
    return code ?? signal ?? 0;
  });
  const url = new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('{')) resolve((JSON.parse(line) as { url: string }).url);
    });
    ended.then((code) => reject(new Error(`${name} ended with ${code}: ${said.join('\n')}`)), reject);
  });
  url.catch(() => {});
  return {
    pid: child.pid ?? 0,
    url,
    said,
    ended,
    end(signal = 'SIGTERM') {
      child.kill(signal);
      return ended;
    },
  };
}

/** Ends whatever a test left running. */
export function endPrograms(): void {
  for (const child of running) child.kill('SIGKILL');
}
