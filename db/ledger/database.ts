import type { SQL } from 'drizzle-orm';

/** What a verb may do within its transaction. Queries are written once for both kinds of database. */
export type LedgerTx = {
  /** The rows of a query. `bigint` columns come as safe integers, `date` columns must be cast to text. */
  rows<Row>(query: SQL): Promise<Row[]>;
  /** Runs a statement and answers how many rows it touched. */
  run(statement: SQL): Promise<number>;
};

/** What a migration may do, as the owner of the schema. */
export type OwnerTx = {
  /** Several statements in one text. */
  script(text: string): Promise<void>;
  query<Row>(text: string, values?: readonly unknown[]): Promise<Row[]>;
};

/** `write`: committed reads, under the locks that the verb takes. `read`: one unchanging picture of the database. */
export type Access = 'read' | 'write';

/** The ledger's database: PGlite within this process, or a PostgreSQL server. */
export type LedgerDb = {
  /**
   * Runs a verb in a transaction of its own, as the restricted role, seeing one district alone. Run again, from its
   * start, when the server gave it up for another's sake (F17): so it must not keep anything from its first attempt.
   */
  inDistrict<T>(district: string, access: Access, work: (tx: LedgerTx) => Promise<T>): Promise<T>;
  /** Runs migrations in one transaction, as the owner. */
  asOwner<T>(work: (tx: OwnerTx) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** For `inDistrict`: sees no district's rows, only which districts there are. */
export const NO_DISTRICT = '';
