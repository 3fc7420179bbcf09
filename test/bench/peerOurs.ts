import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { headOf } from '#db/station/journal';
import { openStation, writing } from '#db/station/open';
import { syncState } from '#db/station/syncState';
import { makeDatabase, openDrawerOf, signIn, startApp, startStation } from './benchStation.ts';
import { bulkInto, slipsPrinted } from './bulk.ts';
import { accountsOwing, cashPayment } from './payments.ts';
import { eachTook, serve } from './peers/child.ts';
import type { Peer, Setting } from './peers/peer.ts';
import { countRows } from './peers/receiptTables.ts';
import { enrolmentToken, loadSample } from './realLedger.ts';

const ACCOUNTS = 5_000;

/**
 * This product: a payment through `call`, its ledger a process of its own before PostgreSQL. What it does beside the same
 * receipt (postings, hashes, the second copy, a slip, signatures) is in its figures.
 */
async function begin({ folder, accounts, line, centre, service }: Setting): Promise<Peer> {
  await loadSample(service, folder, ACCOUNTS);
  const byLine = `http://127.0.0.1:${line}`;
  const station = startApp(join(folder, 'station'), fetch);
  await station.ask('enrolStation', { ledger: byLine, token: await enrolmentToken(service) });
  const db = openStation(join(station.folder, 'station.db'));
  // Accounts come down from a ledger, 200,000 of them in some minutes. To be looked up they are put where they would be.
  await makeDatabase(join(folder, 'large'), accounts.length);
  const large = await startStation(join(folder, 'large'));
  const isSent = () => syncState(db)?.acknowledgedSequence === headOf(db, 1).sequence;
  const settled = async () => {
    const since = Date.now();
    while ((await station.ask('station', {})).sync.accountsAsOf < since) await sleep(20);
  };
  await settled();
  await signIn(station);
  const drawer = await openDrawerOf(station);
  const owing = accountsOwing(db.$client.name);
  let next = 0;
  const payment = () => ({ drawer, ...cashPayment(owing[next++ % owing.length] ?? '') });
  return {
    durability: async () => 'forced to the disk, twice (the database and the second copy)',
    record: (count) =>
      eachTook(count, async () => {
        await station.tell('takePayment', payment());
      }),
    async pile(count) {
      const bulk = bulkInto(db);
      writing(db, (tx) => {
        for (let place = 0; place < count; place++) bulk.tell('takePayment', payment(), { at: Date.now() });
        slipsPrinted(tx);
      });
    },
    async drain() {
      // The last receipt comes through the door, as every receipt does, and wakes the link.
      await station.tell('takePayment', payment());
      while (!isSent()) await sleep(2);
    },
    async atCentre() {
      // What came of it comes down again, and must not disturb whoever is next.
      await settled();
      return countRows(centre, "entries WHERE kind = 'receipt_issued'");
    },
    async lookUp(_, text) {
      return (await large.ask('findAccounts', { text })).hits.length;
    },
    async close() {
      db.$client.close();
      await station.close();
      await large.close();
    },
  };
}

serve(begin);
