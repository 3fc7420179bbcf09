import { mkdirSync, realpathSync, rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sha256Hex } from '#main/chain/sha256';

/** A folder that this process holds. */
export type FolderHold = { release(): void };

/**
 * Takes an embedded ledger's folder for this process, or answers null when another process has it: two in one folder
 * would destroy it. The hold is a local socket named after the folder, which the operating system closes with its
 * process, however that ends; a file with a process id would outlive it, and the id may be somebody else's by then.
 */
export async function takeFolder(folder: string): Promise<FolderHold | null> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const address = addressOf(realpathSync(folder));
  const first = await listening(address);
  if (first !== null) return holdOf(first);
  if (await isAnswered(address)) return null;
  // Only where sockets are files does one stay behind.
  rmSync(address, { force: true });
  const second = await listening(address);
  return second === null ? null : holdOf(second);
}

function addressOf(folder: string): string {
  const name = `counterfoil-ledger-${sha256Hex(folder).slice(0, 32)}`;
  if (process.platform === 'win32') return `\\\\.\\pipe\\${name}`;
  // Linux has sockets with a name and no file.
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.sock`);
}

function holdOf(server: Server): FolderHold {
  server.unref();
  return { release: () => void server.close() };
}

function listening(address: string): Promise<Server | null> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(address, () => resolve(server));
  });
}

function isAnswered(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address);
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(address.startsWith('\0')));
  });
}
