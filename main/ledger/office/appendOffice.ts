import type { LedgerTx } from '#db/ledger/database';
import { headOf, insertEntries } from '#db/ledger/entries';
import { officeKey } from '#db/ledger/officeJournal';
import { insertPostings } from '#db/ledger/postings';
import { moveApplied } from '#db/ledger/stations';
import { canonical } from '#domain/canonical';
import type { EntryKind } from '#domain/entry';
import { type Draft, sealEntry } from '#main/chain/sealEntry';
import type { OfficeCommandAt } from './officeAt.ts';

/** Adds one balanced entry to the end of the office's journal, and applies it at once. The chain is locked by then. */
export async function appendOffice<K extends EntryKind>(
  tx: LedgerTx,
  draft: Omit<Draft<K>, 'businessDay'>,
  at: OfficeCommandAt,
): Promise<{ sequence: number; hash: string }> {
  const key = officeKey(at.district);
  const { entry, text, hash, personal } = sealEntry(
    { ...draft, businessDay: at.today } as Draft<K>,
    await headOf(tx, key),
    { ...at, station: key },
  );
  const { sequence, kind, businessDay, recordedAt, actor, commandId, previousHash, postings } = entry;
  const row = { sequence, kind, businessDay, recordedAt, actor, commandId, previousHash, text, hash };
  await insertEntries(tx, key, [{ ...row, personal: personal && canonical(personal) }], at.now);
  if (postings.length > 0)
    await insertPostings(
      tx,
      key,
      postings.map((posting, place) => ({ ...posting, sequence, place, businessDay, kind })),
    );
  await moveApplied(tx, key, sequence);
  return { sequence, hash };
}
