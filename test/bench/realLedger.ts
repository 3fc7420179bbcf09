import { join } from 'node:path';
import { askEnrolmentToken, type Office, sendLoad } from '#main/ledger/client';
import { writeSample } from '#main/sample/writeSample';
import { type Program, runProgram } from '#test/support/program';

/** A ledger as a process of its own, and its administrator. */
const ADMIN_TOKEN = 'the-bench-is-its-own-administrator';

/** Starts the service on a database, which it migrates where that is still to be done. */
export async function startLedger(database: string, port: number): Promise<Program> {
  process.env.DATABASE_URL = database;
  process.env.LEDGER_ADMIN_TOKEN = ADMIN_TOKEN;
  const program = runProgram('ledger', '--port', String(port));
  await program.url;
  return program;
}

/** The administrator of the ledger at an address. */
export function officeOf(url: string): Office {
  return { ledger: url, token: ADMIN_TOKEN };
}

/** Loads the sample district with so many accounts. */
export async function loadSample(url: string, folder: string, accounts: number): Promise<void> {
  const files = await writeSample({ folder: join(folder, 'sample'), accounts, seed: 1 });
  await sendLoad({ ledger: url, token: ADMIN_TOKEN }, { ...files, by: 'bench' });
}

/** A token with which one install becomes station B1. */
export async function enrolmentToken(url: string): Promise<string> {
  return (await askEnrolmentToken({ ledger: url, token: ADMIN_TOKEN }, { series: 'B1' })).token;
}

/** The address of one database of a cluster. */
export function databaseAt(cluster: string, name: string): string {
  const url = new URL(cluster);
  url.pathname = `/${name}`;
  return url.href;
}

/** What is to be undone at the end, whatever happens: the last thing begun ends first. */
export async function undoing<T>(
  work: (later: <E>(thing: E, end: (thing: E) => unknown) => E) => Promise<T>,
): Promise<T> {
  const ends: (() => unknown)[] = [];
  try {
    return await work((thing, end) => {
      ends.unshift(() => end(thing));
      return thing;
    });
  } finally {
    for (const end of ends) await end();
  }
}
