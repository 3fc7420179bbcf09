import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import net from 'node:net';
import Database from 'better-sqlite3';

/*
 * Tells each step that a station takes on its way to an answer: rows, commits, files beside the database (the twin),
 * bytes to the printer and to the ledger. Nothing of the station knows: only what it stands on is wrapped.
 */

type Tell = (step: string) => void;
type HearBytes = (port: number, bytes: unknown) => void;

/** The first connection that writes: the station's own. */
const opened: Database.Database[] = [];

/**
 * Wraps SQLite's transactions, the file system and sockets. To be called before the app is made.
 * @param folder only files in it count
 * @param tell hears the name of each step, right when it is taken
 * @param hear hears what is about to be sent to a port
 */
export function watchSteps(folder: string, tell: Tell, hear: HearBytes): void {
  watchTransactions(tell);
  watchFiles(folder, tell);
  watchSockets(tell, hear);
}

/** Tells each row that is written, once the database is open. Full-text tables are told by the rows that stand behind them. */
export function watchRows(tell: Tell): void {
  const own = opened.find((database) => !database.readonly);
  if (!own) throw new Error('no database was opened');
  own.function('counterfoil_step', (step) => {
    tell(String(step));
    return 0;
  });
  const tables = own
    .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[];
  for (const table of tables)
    for (const how of ['INSERT', 'UPDATE', 'DELETE'])
      own.exec(`CREATE TEMP TRIGGER "step_${how}_${table}" AFTER ${how} ON main."${table}"
        BEGIN SELECT counterfoil_step('${how} ${table}'); END`);
}

function watchTransactions(tell: Tell): void {
  const { pragma, transaction, exec } = Database.prototype;
  Database.prototype.pragma = function (this: Database.Database, ...asked: Parameters<typeof pragma>) {
    if (!opened.includes(this)) opened.push(this);
    return pragma.apply(this, asked);
  };
  Database.prototype.exec = function (this: Database.Database, sql: string) {
    const isSchema = /^\s*(?:--[^\n]*\n\s*)*(?:CREATE|ALTER|DROP)\s+(?!TEMP)/i.test(sql);
    const done = exec.call(this, sql);
    if (isSchema) tell('schema');
    return done;
  };
  const wrapped = function (this: Database.Database, write: (...given: unknown[]) => unknown) {
    const made = transaction.call(this, (...given: unknown[]) => {
      const value = write(...given);
      tell('before commit');
      return value;
    });
    const after =
      (run: (...given: unknown[]) => unknown) =>
      (...given: unknown[]) => {
        const value = run(...given);
        tell('after commit');
        return value;
      };
    const { deferred, immediate, exclusive } = made as unknown as Record<string, (...given: unknown[]) => unknown>;
    return Object.assign(after(made as never), {
      deferred: after(deferred as never),
      immediate: after(immediate as never),
      exclusive: after(exclusive as never),
    });
  };
  Database.prototype.transaction = wrapped as never;
}

/** How a file is written and made durable, by the name of Node's call. */
const OF_FILES = ['writeSync', 'writeFileSync', 'appendFileSync', 'fsyncSync', 'fdatasyncSync', 'renameSync'] as const;
const OF_HANDLES = ['write', 'writeFile', 'appendFile', 'sync', 'datasync'] as const;

function watchFiles(folder: string, tell: Tell): void {
  const names = new Map<number, string>();
  const { openSync, closeSync } = fs;
  fs.openSync = (...asked: Parameters<typeof openSync>) => {
    const file = openSync(...asked);
    if (String(asked[0]).startsWith(folder)) names.set(file, String(asked[0]));
    return file;
  };
  fs.closeSync = (file) => {
    names.delete(file);
    closeSync(file);
  };
  for (const call of OF_FILES) {
    const real = fs[call] as (...asked: unknown[]) => unknown;
    const watched = (...asked: unknown[]) => {
      const of = typeof asked[0] === 'number' ? names.get(asked[0]) : String(asked[0]);
      const done = real(...asked);
      if (of?.startsWith(folder)) tell(`${call} ${of.slice(folder.length + 1)}`);
      return done;
    };
    Object.assign(fs, { [call]: watched });
  }
  syncBuiltinESMExports();
  void watchHandles(tell);
}

/** Handles of `node:fs/promises` are written by their methods. */
async function watchHandles(tell: Tell): Promise<void> {
  const handle = await fs.promises.open('/dev/null', 'r');
  const prototype = Object.getPrototypeOf(handle) as Record<string, (...asked: unknown[]) => Promise<unknown>>;
  await handle.close();
  for (const call of OF_HANDLES) {
    const real = prototype[call];
    if (!real) continue;
    prototype[call] = async function (this: unknown, ...asked: unknown[]) {
      const done = await real.apply(this, asked);
      tell(`handle ${call}`);
      return done;
    };
  }
}

function watchSockets(tell: Tell, hear: HearBytes): void {
  const { write } = net.Socket.prototype;
  net.Socket.prototype.write = function (this: net.Socket, ...said: unknown[]) {
    // Standard output may be a socket, too; it goes nowhere.
    if (this.remotePort === undefined) return write.apply(this, said as never);
    hear(this.remotePort, said[0]);
    tell('before bytes go out');
    const done = write.apply(this, said as never);
    tell('after bytes went out');
    return done;
  } as typeof write;
}
