/** One step of the ledger's schema. Once released it is never edited: the checksum of its SQL is kept in every database. */
export type Migration = {
  number: number;
  /** By hand, number first: `0002-stations-and-journal`. */
  name: string;
  /** One sentence: why it is there. */
  reason: string;
  sql: string;
};
