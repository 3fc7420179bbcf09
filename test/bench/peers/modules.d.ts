/*
 * What the bench calls of the peers, which are not installed with the product: `npm run bench -- peers` does that.
 */

declare module 'pouchdb' {
  export type Found = { docs: unknown[]; rows: unknown[] };
  export type Database = {
    put(document: object): Promise<unknown>;
    bulkDocs(documents: object[]): Promise<unknown>;
    createIndex(index: { index: { fields: string[] } }): Promise<unknown>;
    find(query: { selector: object; limit: number }): Promise<Found>;
    close(): Promise<void>;
    replicate: { to(address: string, options: { batch_size: number }): Promise<{ ok: boolean }> };
  };
  type Constructor = {
    new (name: string): Database;
    plugin(it: unknown): Constructor;
    defaults(it: object): Constructor;
  };
  const PouchDB: Constructor;
  export default PouchDB;
}

declare module 'pouchdb-find' {
  const plugin: unknown;
  export default plugin;
}

declare module 'express' {
  type App = { use(it: unknown): void; listen(port: number, host: string, told: () => void): void };
  export default function express(): App;
}

declare module 'express-pouchdb' {
  export default function expressPouchdb(pouch: unknown, options: object): unknown;
}

declare module '@powersync/node' {
  type Column = { type: string };
  export const column: { text: Column; integer: Column };
  export class Table {
    constructor(columns: Record<string, Column>, options?: { localOnly?: boolean; indexes?: Record<string, string[]> });
  }
  export class Schema {
    constructor(tables: Record<string, Table>);
  }
  export type Sql = {
    execute(sql: string, values?: readonly unknown[]): Promise<unknown>;
    getAll<T>(sql: string, values?: readonly unknown[]): Promise<T[]>;
  };
  export type Crud = {
    crud: { table: string; id: string; opData?: Record<string, unknown> }[];
    complete(): Promise<void>;
  };
  export class PowerSyncDatabase {
    constructor(options: { schema: Schema; database: { dbFilename: string; dbLocation: string } });
    init(): Promise<void>;
    getAll: Sql['getAll'];
    writeLock<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
    writeTransaction<T>(work: (sql: Sql) => Promise<T>): Promise<T>;
    getCrudBatch(limit: number): Promise<Crud | null>;
    close(): Promise<void>;
  }
}

declare module '@actual-app/api' {
  type Query = { filter(by: object): Query; limit(count: number): Query; select(what: string): Query };
  export function q(table: string): Query;
  export function init(options: {
    dataDir: string;
    serverURL: string;
    password: string;
    verbose: boolean;
  }): Promise<unknown>;
  export function runImport(name: string, work: () => Promise<void>): Promise<void>;
  export function getBudgets(): Promise<{ id?: string; cloudFileId?: string; groupId?: string }[]>;
  export function loadBudget(id: string): Promise<void>;
  export function createAccount(account: { name: string; offbudget: boolean }, cents: number): Promise<string>;
  export function addTransactions(
    account: string,
    transactions: { date: string; amount: number; notes: string }[],
    options?: { learnCategories?: boolean; runTransfers?: boolean },
  ): Promise<unknown>;
  export function aqlQuery(query: Query): Promise<{ data: unknown[] }>;
  export function sync(): Promise<void>;
  export function shutdown(): Promise<void>;
}
