import type Database from 'better-sqlite3';
import { assert } from '#domain/assert';
import { sha256Hex } from '#main/chain/sha256';
import { journalAndDocuments } from './migrations/0001-journal-and-documents.ts';
import { whatComesDown } from './migrations/0002-what-comes-down.ts';
import { accountSearch } from './migrations/0003-account-search.ts';
import { zReportsByLabel } from './migrations/0004-z-reports-by-label.ts';
import { wordsAfterApostrophes } from './migrations/0005-words-after-apostrophes.ts';
import { receiptsByAnyWord } from './migrations/0006-receipts-by-any-word.ts';
import { counterInFull } from './migrations/0007-counter-in-full.ts';
import { findByAnything } from './migrations/0008-find-by-anything.ts';
import { eMailAndNotices } from './migrations/0009-e-mail-and-notices.ts';
import { whatUndoingLeaves } from './migrations/0010-what-undoing-leaves.ts';
import { paymentsElsewhere } from './migrations/0011-payments-elsewhere.ts';
import { cashThatIsNoReceipt } from './migrations/0012-cash-that-is-no-receipt.ts';
import { attachments } from './migrations/0013-attachments.ts';
import { floatsIssued } from './migrations/0014-floats-issued.ts';
import { slipsOfTheOffice } from './migrations/0015-slips-of-the-office.ts';
import { daysClosed } from './migrations/0016-days-closed.ts';
import { attachmentsSent } from './migrations/0017-attachments-sent.ts';
import { blindPrints } from './migrations/0018-blind-prints.ts';
import { drawersElsewhere } from './migrations/0019-drawers-elsewhere.ts';
import { countsOfTheOffice } from './migrations/0020-counts-of-the-office.ts';
import { zReportsGoOn } from './migrations/0021-z-reports-go-on.ts';
import { aStationMayStop } from './migrations/0022-a-station-may-stop.ts';
import { whatTheJournalMakes } from './migrations/0023-what-the-journal-makes.ts';
import { whatTheWireMustNotForget } from './migrations/0024-what-the-wire-must-not-forget.ts';
import { entriesPutBack } from './migrations/0025-entries-put-back.ts';
import { pulsesOnce } from './migrations/0026-pulses-once.ts';

/**
 * One step of the schema, named by hand. Once released it is never edited: its checksum is kept in every database.
 * `after` writes anew, in the same transaction, what the program makes out of what is there.
 */
export type Migration = { number: number; name: string; sql: string; after?: (sqlite: Database.Database) => void };

/** All steps, in order. A new one goes to the end with the next number. */
export const MIGRATIONS: readonly Migration[] = [
  journalAndDocuments,
  whatComesDown,
  accountSearch,
  zReportsByLabel,
  wordsAfterApostrophes,
  receiptsByAnyWord,
  counterInFull,
  findByAnything,
  eMailAndNotices,
  whatUndoingLeaves,
  paymentsElsewhere,
  cashThatIsNoReceipt,
  attachments,
  floatsIssued,
  slipsOfTheOffice,
  daysClosed,
  attachmentsSent,
  blindPrints,
  drawersElsewhere,
  countsOfTheOffice,
  zReportsGoOn,
  aStationMayStop,
  whatTheJournalMakes,
  whatTheWireMustNotForget,
  entriesPutBack,
  pulsesOnce,
];

/**
 * Brings a station's database to the newest schema, each step in a transaction of its own. Stops when a step that was
 * applied has changed since, or when the database is newer than this program.
 */
export function migrate(sqlite: Database.Database, migrations: readonly Migration[] = MIGRATIONS): void {
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL) STRICT',
  );
  const applied = sqlite.prepare('SELECT number, name, checksum FROM migrations ORDER BY number').all() as {
    number: number;
    name: string;
    checksum: string;
  }[];
  assert(
    applied.length <= migrations.length,
    'this station’s database was written by a newer version; install that version',
  );
  for (const [place, migration] of migrations.entries()) {
    assert(migration.number === place + 1, `migration ${migration.name} is out of order`);
    const checksum = sha256Hex(migration.sql);
    const before = applied[place];
    if (before) {
      assert(
        before.number === migration.number && before.checksum === checksum,
        `migration ${before.name} was changed after it was applied`,
      );
      continue;
    }
    sqlite
      .transaction(() => {
        sqlite.exec(migration.sql);
        migration.after?.(sqlite);
        sqlite
          .prepare('INSERT INTO migrations (number, name, checksum) VALUES (?, ?, ?)')
          .run(migration.number, migration.name, checksum);
      })
      .exclusive();
  }
}
