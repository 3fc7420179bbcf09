import { type ChildProcess, spawn } from 'node:child_process';
import { embeddedEnvironment, readyFrom } from '#main/start/childProcess';

/*
 * The programs of package.json as a person starts them: processes of their own, with nothing of this one but their flags.
 */

const LAUNCH = 'main/start/launch.mjs';

/** A program that stays. */
export type Program = {
  /** The address in its JSON line. */
  url: string;
  /** What it has said to standard error so far, line by line. */
  said: readonly string[];
  /** Ends it by its process id, and waits until it is gone. */
  end(signal: 'SIGTERM' | 'SIGKILL'): Promise<void>;
};

/** Starts a program that stays, and answers when it has printed its JSON line. */
export function startProgram(name: string, ...flags: string[]): Promise<Program> {
  return started(spawned(name, flags), name);
}

/** Starts the ledger on a database of a real server, or on one of its own within its folder. */
export function startLedgerProgram(databaseUrl: string | null, ...flags: string[]): Promise<Program> {
  return started(spawned('ledger', flags, databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }), 'ledger');
}

function spawned(name: string, flags: readonly string[], env: NodeJS.ProcessEnv = {}) {
  return spawn(process.execPath, [LAUNCH, name, ...flags], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...embeddedEnvironment(process.env), ...env },
  });
}

async function started(child: ReturnType<typeof spawned>, name: string): Promise<Program> {
  const said: string[] = [];
  const ended = endOf(child);
  try {
    const { url } = await readyFrom({ ...child, ended: ended.then(() => {}) }, name, (line) => said.push(line));
    return {
      url,
      said,
      async end(signal) {
        child.kill(signal);
        await ended;
      },
    };
  } catch (error) {
    child.kill('SIGKILL');
    throw new Error(`${name} did not start:\n${said.join('\n')}`, { cause: error });
  }
}

/** Runs a program to its end. */
export async function runProgram(name: string, ...flags: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawned(name, flags);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (said += String(part)));
  return { code: await endOf(child), said };
}

/** Runs a program that must end well, and answers what it said. */
export async function runWell(name: string, ...flags: string[]): Promise<string> {
  const { code, said } = await runProgram(name, ...flags);
  if (code !== 0) throw new Error(`${name} ended with ${code}:\n${said}`);
  return said;
}

/** Resolves with the exit code when the process is gone and everything it said has been heard. */
function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.on('close', (code) => resolve(code));
    child.on('error', reject);
  });
}
