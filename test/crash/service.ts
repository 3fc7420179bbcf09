import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = join(import.meta.dirname, '..', '..');

/** The token of the administrator of each ledger that a rig starts. */
export const ADMIN_TOKEN = 'the-rig-is-its-own-administrator';

/** A ledger's service, a process of its own that takes requests. */
export type Service = { end(signal: NodeJS.Signals): Promise<void> };

/** Starts the service on a PostgreSQL server, as `npm run ledger` does. */
export async function startService(database: string, port: number, env: NodeJS.ProcessEnv): Promise<Service> {
  const child = spawn(process.execPath, ['main/start/launch.mjs', 'ledger', '--port', String(port)], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, DATABASE_URL: database, LEDGER_ADMIN_TOKEN: ADMIN_TOKEN, ...env },
  });
  let log = '';
  child.stderr.on('data', (text: Buffer) => {
    log += text;
  });
  const ended = once(child, 'close');
  await Promise.race([
    once(createInterface({ input: child.stdout }), 'line'),
    ended.then((): never => {
      throw new Error(`the ledger ended before it was ready: ${log}`);
    }),
  ]);
  return {
    async end(signal) {
      child.kill(signal);
      await ended;
    },
  };
}
