import { notStrictEqual as notSame, strictEqual } from 'node:assert';
import { eq } from 'drizzle-orm';
import { drawersNotClosed } from '#db/station/drawers';
import { balanceOf } from '#db/station/journal';
import { openStation, type StationDb } from '#db/station/open';
import { rebuild } from '#db/station/rebuild/rebuild';
import { drawers, entries, postings, receipts } from '#db/station/schema';
import { canonical, type Json } from '#domain/canonical';
import { drawerAccount } from '#domain/drawerPostings';
import { Entry, entryText, GENESIS, type Personal, personalPreimage, preimage } from '#domain/entry';
import { imbalance } from '#domain/posting';
import { DrawerTender } from '#domain/tender';
import { sha256Hex } from '#main/chain/sha256';

/** By their text: rows come out of a driver whose objects, under a test runner, may be of another world than ours. */
function same(left: unknown, right: unknown): void {
  strictEqual(canonical(left as Json), canonical(right as Json));
}

/**
 * What must hold of a station after every test, whatever it did: entries read back by their schema, gapless, chained,
 * hashed, balanced; the postings table repeats the texts; receipt numbers contiguous; closed drawers zero. Programs that
 * run without a test runner ask it, too.
 */
export function assertInvariants(db: StationDb): void {
  let previous = GENESIS;
  let sequence = 0;
  let epoch = 0;
  for (const row of db.select().from(entries).orderBy(entries.position).all()) {
    const entry = Entry.parse(JSON.parse(row.text));
    if (entry.epoch > epoch) [previous, sequence, epoch] = [GENESIS, 0, entry.epoch];
    same(entry.epoch, epoch);
    same(entryText(entry), row.text);
    same(sha256Hex(preimage(row.text)), row.hash);
    same({ previous: entry.previousHash, sequence: entry.sequence }, { previous, sequence: sequence + 1 });
    same(imbalance(entry.postings), 0);
    const posted = db
      .select({ account: postings.account, side: postings.side, cents: postings.cents })
      .from(postings)
      .where(eq(postings.position, row.position))
      .orderBy(postings.posting)
      .all();
    same(posted, entry.postings);
    const { kind, businessDay, recordedAt, actor } = entry;
    same(
      { kind: row.kind, businessDay: row.businessDay, recordedAt: row.recordedAt, actor: row.actor },
      { kind, businessDay, recordedAt, actor },
    );
    notSame(entry.approver, entry.actor);
    if (row.personal !== null)
      same(sha256Hex(personalPreimage(JSON.parse(row.personal) as Personal)), entry.personalDigest);
    previous = row.hash;
    sequence = entry.sequence;
  }
  const numbers = db
    .select({ epoch: receipts.epoch, number: receipts.number })
    .from(receipts)
    .orderBy(receipts.position);
  for (const of of Object.values(Object.groupBy(numbers.all(), (row) => row.epoch)))
    same(
      of?.map((row) => row.number),
      of?.map((_, place) => place + 1),
    );
  const open = new Set(drawersNotClosed(db).map((drawer) => drawer.drawer));
  for (const { drawer, epoch: of } of db.select({ drawer: drawers.drawer, epoch: drawers.epoch }).from(drawers).all()) {
    // One that was left open in a former epoch is ended by the office.
    if (of === epoch && !open.has(drawer))
      for (const tender of DrawerTender.options) same(balanceOf(db, drawerAccount(drawer, tender)), 0);
  }
}

/** What must hold beside: every row that entries make comes out of the journal alone, the same. */
export function assertRebuilt(db: StationDb): void {
  const fresh = openStation(':memory:');
  try {
    const { differing, first } = rebuild(fresh, db, db.$client.name);
    same({ differing, first }, { differing: 0, first: [] });
  } finally {
    fresh.$client.close();
  }
}
