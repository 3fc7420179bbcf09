import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { freePort } from '#main/start/freePort';
import { databaseAt, startLedger, type undoing } from './realLedger.ts';

/** The folder that the peers are installed into, with a package file of its own. */
export const PEERS = join(import.meta.dirname, 'peers');

/** Where the receipts of a peer go: the port that it is to speak to, and what {@link Setting} says of it. */
export type Centre = { port: number; centre: string; service: string };

export type Later = Parameters<Parameters<typeof undoing>[0]>[0];

/** What all centres may use: a PostgreSQL server, and a folder for whoever keeps files. */
type Ground = { postgres: string; admin: Client; folder: string; later: Later };

/** The centres, by the name of the peer. */
export const CENTRES = {
  bare: (ground: Ground) => database(ground, 'bare'),
  counterfoil: async (ground: Ground): Promise<Centre> => {
    const { centre } = await database(ground, 'counterfoil');
    const port = await freePort();
    ground.later(await startLedger(centre, port), (it) => it.end());
    return { port, centre, service: `http://127.0.0.1:${port}` };
  },
  powersync: (ground: Ground) => database(ground, 'powersync'),
  pouchdb: async ({ folder, later }: Ground): Promise<Centre> => {
    const port = await freePort();
    const files = join(folder, 'pouchdb-centre');
    mkdirSync(files);
    const service = `http://127.0.0.1:${port}`;
    await answering(start(later, [join(PEERS, 'pouchdbServer.ts'), files, String(port)]), `${service}/`);
    return { port, centre: service, service };
  },
  actual: async ({ folder, later }: Ground): Promise<Centre> => {
    const port = await freePort();
    const files = join(folder, 'actual-centre');
    mkdirSync(files);
    const service = `http://127.0.0.1:${port}`;
    const program = join(PEERS, 'node_modules/@actual-app/sync-server/build/bin/actual-server.js');
    const told = { ACTUAL_PORT: String(port), ACTUAL_HOSTNAME: '127.0.0.1', ACTUAL_DATA_DIR: files };
    await answering(start(later, [program], told), `${service}/account/needs-bootstrap`);
    await fetch(`${service}/account/bootstrap`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ password: 'the-bench-keeps-no-secret' }),
    });
    return { port, centre: join(files, 'user-files'), service };
  },
};

async function database({ postgres, admin }: Ground, name: string): Promise<Centre> {
  await admin.query(`CREATE DATABASE ${name}`);
  return { port: Number(new URL(postgres).port), centre: databaseAt(postgres, name), service: '' };
}

function start(later: Later, command: string[], told: Record<string, string> = {}): ChildProcess {
  const env = { ...process.env, NODE_ENV: 'production', ...told };
  return later(spawn(process.execPath, command, { env, stdio: 'ignore' }), (it) => it.kill());
}

async function answering(program: ChildProcess, address: string): Promise<void> {
  while (program.exitCode === null) {
    const answer = await fetch(address).catch(() => null);
    if (answer) return;
    await sleep(100);
  }
  throw new Error(`${program.spawnargs.join(' ')} ended with ${program.exitCode}`);
}
