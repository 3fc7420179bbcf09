import { eq } from 'drizzle-orm';
import { drawersNotClosed } from '#db/station/drawers';
import { balanceOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { drawers, entries, postings, receipts } from '#db/station/schema';
import { drawerAccount } from '#domain/drawerPostings';
import { Entry, entryText, GENESIS, type Personal, personalPreimage, preimage } from '#domain/entry';
import { imbalance } from '#domain/posting';
import { DrawerTender } from '#domain/tender';
import { sha256Hex } from '#main/chain/sha256';

/**
 * What must hold of a station after every test, whatever it did: entries read back by their schema, gapless, chained,
 * hashed, balanced; the postings table repeats the texts; receipt numbers contiguous; closed drawers zero.
 */
export function assertInvariants(db: StationDb): void {
  let previous = GENESIS;
  let sequence = 0;
  for (const row of db.select().from(entries).orderBy(entries.position).all()) {
    const entry = Entry.parse(JSON.parse(row.text));
    expect(entryText(entry)).toBe(row.text);
    expect(sha256Hex(preimage(row.text))).toBe(row.hash);
    expect({ previous: entry.previousHash, sequence: entry.sequence }).toEqual({ previous, sequence: sequence + 1 });
    expect(imbalance(entry.postings)).toBe(0);
    expect(
      db
        .select({ account: postings.account, side: postings.side, cents: postings.cents })
        .from(postings)
        .where(eq(postings.position, row.position))
        .orderBy(postings.posting)
        .all(),
    ).toEqual(entry.postings);
    expect({ kind: row.kind, businessDay: row.businessDay, recordedAt: row.recordedAt, actor: row.actor }).toEqual({
      kind: entry.kind,
      businessDay: entry.businessDay,
      recordedAt: entry.recordedAt,
      actor: entry.actor,
    });
    expect(entry.approver).not.toBe(entry.actor);
    if (row.personal !== null)
      expect(sha256Hex(personalPreimage(JSON.parse(row.personal) as Personal))).toBe(entry.personalDigest);
    previous = row.hash;
    sequence = entry.sequence;
  }
  const numbers = db.select({ number: receipts.number }).from(receipts).orderBy(receipts.position).all();
  expect(numbers.map((row) => row.number)).toEqual(numbers.map((_, place) => place + 1));
  const open = new Set(drawersNotClosed(db).map((drawer) => drawer.drawer));
  for (const { drawer } of db.select({ drawer: drawers.drawer }).from(drawers).all()) {
    if (!open.has(drawer))
      for (const tender of DrawerTender.options) expect(balanceOf(db, drawerAccount(drawer, tender))).toBe(0);
  }
}
