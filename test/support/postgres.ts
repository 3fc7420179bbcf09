import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A throw-away cluster of PostgreSQL. `url` is its superuser's, without a password, on the loopback address. */
export type Cluster = {
  url: string;
  stop(): void;
  /** Stops it as a power cut does, within a batch or not; what was confirmed must be there after `start`. */
  crash(): void;
  start(): void;
};

const DEBIAN = '/usr/lib/postgresql';

/** The folder of PostgreSQL's programs: `POSTGRES_BIN`, or Debian's newest; null when there is none. */
export function postgresPrograms(): string | null {
  if (process.env.POSTGRES_BIN) return process.env.POSTGRES_BIN;
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN) : [];
  const newest = versions.sort((left, right) => Number(right) - Number(left))[0];
  const folder = join(DEBIAN, newest ?? '', 'bin');
  return existsSync(join(folder, 'initdb')) ? folder : null;
}

/**
 * Makes a cluster in a temporary folder, starts it on a free port of 127.0.0.1 and answers once it takes connections.
 * PostgreSQL refuses root: when this process is root, the cluster belongs to the user `postgres` instead.
 * @param settings of the server, such as `{ fsync: 'off' }`; its own defaults otherwise
 */
export async function startPostgres(settings: Record<string, string> = {}): Promise<Cluster> {
  const programs = postgresPrograms();
  if (programs === null) throw new Error('PostgreSQL is not installed; see .ci/run');
  const owner = process.getuid?.() === 0 ? userOf('postgres') : null;
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-postgres-'));
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const run = (program: string, args: string[]) =>
    execFileSync(join(programs, program), args, {
      ...(owner ?? {}),
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  run('initdb', ['-D', data, '-A', 'trust', '-U', 'postgres', '-E', 'UTF8', '--locale=C', '--no-sync']);
  const port = await freePort();
  const all = { port: String(port), listen_addresses: '127.0.0.1', unix_socket_directories: folder, ...settings };
  const options = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const start = () => run('pg_ctl', ['-D', data, '-l', join(folder, 'log'), '-o', options.join(' '), '-w', 'start']);
  const crash = () => run('pg_ctl', ['-D', data, '-m', 'immediate', '-w', 'stop']);
  start();
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    crash,
    start,
    stop() {
      crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function userOf(name: string): { uid: number; gid: number } {
  const id = (what: string) => Number(execFileSync('id', [what, name], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('no port')),
      );
    });
  });
}
