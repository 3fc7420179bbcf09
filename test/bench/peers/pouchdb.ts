import { join } from 'node:path';
import PouchDB from 'pouchdb';
import find from 'pouchdb-find';
import { eachTook, serve, untilDone } from './child.ts';
import { type Peer, receiptAt, type Setting } from './peer.ts';

/** Documents of one replicated part: its own default, 100, takes up to half as long again. */
const PART = 1_000;
const FOUND_MAX = 20;

/** PouchDB on LevelDB, replicated to express-pouchdb. A receipt is one document, its number the key. */
async function begin({ folder, accounts, line, centre }: Setting): Promise<Peer> {
  const Store = PouchDB.plugin(find);
  const receipts = new Store(join(folder, 'receipts'));
  const known = new Store(join(folder, 'accounts'));
  for (let from = 0; from < accounts.length; from += 5_000)
    await known.bulkDocs(accounts.slice(from, from + 5_000).map((account) => ({ _id: account.number, ...account })));
  await known.createIndex({ index: { fields: ['name'] } });
  // The index is made by the first who asks.
  await known.find({ selector: { name: 'nobody' }, limit: 1 });
  let next = 1;
  const document = () => {
    const receipt = receiptAt(next++, accounts);
    return { _id: receipt.number, ...receipt };
  };
  return {
    durability: async () => 'not forced to the disk: its LevelDB is written without sync',
    record: (count) => eachTook(count, () => receipts.put(document())),
    pile: async (count) => void (await receipts.bulkDocs(Array.from({ length: count }, document))),
    drain: () =>
      untilDone(async () => {
        const done = await receipts.replicate.to(`http://127.0.0.1:${line}/receipts`, { batch_size: PART });
        if (!done.ok) throw new Error('not all of it was replicated');
      }),
    async atCentre() {
      const answer = await fetch(`${centre}/receipts`);
      return answer.ok ? ((await answer.json()) as { doc_count: number }).doc_count : 0;
    },
    async lookUp(by, text) {
      const selector = by === 'number' ? { _id: text } : { name: { $gte: text, $lt: `${text}\uffff` } };
      return (await known.find({ selector, limit: FOUND_MAX })).docs.length;
    },
    async close() {
      await receipts.close();
      await known.close();
    },
  };
}

serve(begin);
