import type { PlantedBug } from '../crash/planted.ts';

const SHIPPER = 'main/sync/shipper.ts';
const RECEIVE = 'main/ledger/receiveRun.ts';
const simulation = { rig: 'simulation' } as const;

/** Bugs that the simulation must see within 300 seeds. */
export const PLANTED_IN_SIMULATION: readonly PlantedBug[] = [
  {
    ...simulation,
    name: 'acknowledgement saved before the reply is verified',
    changes: [
      {
        file: SHIPPER,
        find: '  const { head } = await sendRun(',
        put: `  updateSync(db, { acknowledgedSequence: after + run.length, acknowledgedHash: run.at(-1)?.hash ?? '' });
  const { head } = await sendRun(`,
      },
      // A ledger that knows less sets the mark back, and its feed tells how much it has: only without both is the gap for good.
      { file: 'main/sync/feed.ts', find: 'isBehind: (page.stored', put: 'isBehind: false && (page.stored' },
      {
        file: SHIPPER,
        find: '    acknowledgedSequence: head.sequence,',
        put: '    acknowledgedSequence: Math.max(head.sequence, syncState(db)?.acknowledgedSequence ?? 0),',
      },
    ],
  },
  {
    ...simulation,
    name: 'reply before COMMIT',
    changes: [
      {
        file: RECEIVE,
        find: "context.db.inDistrict(key.district, 'write', (tx) =>",
        put: 'early(context.db, key.district, (tx) =>',
      },
      {
        file: RECEIVE,
        find: '  await applyStored(context, key, readings);\n  await heardFrom(context.db, key, receivedAt);\n',
        put: '  void applyStored(context, key, readings).catch(() => {});\n',
      },
      {
        file: RECEIVE,
        find: '/** Reads new entries while the database stores them',
        put: `function early<T>(db: LedgerContext['db'], district: string, work: (tx: LedgerTx) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    db.inDistrict(district, 'write', async (tx) => {
      resolve(await work(tx));
      for (let turns = 0; turns < 4; turns++) await new Promise((next) => setImmediate(next));
    }).catch(reject);
  });
}

/** Reads new entries while the database stores them`,
      },
      {
        file: RECEIVE,
        find: "import type { LedgerContext } from './context.ts';",
        put: "import type { LedgerTx } from '#db/ledger/database';\nimport type { LedgerContext } from './context.ts';",
      },
    ],
  },
  {
    ...simulation,
    name: 'order by clock',
    changes: [
      {
        file: 'db/station/journal.ts',
        find: 'sequence: entries.sequence, hash: entries.hash })\n    .from(entries)\n    .orderBy(desc(entries.position))',
        put: 'sequence: entries.sequence, hash: entries.hash })\n    .from(entries)\n    .orderBy(desc(entries.recordedAt), desc(entries.position))',
      },
    ],
  },
  {
    ...simulation,
    name: 'an answer to a command told again is worked out anew',
    changes: [
      { file: 'main/call.ts', find: '    if (before) {', put: '    if (before && false) {' },
      {
        file: 'main/call.ts',
        find: '    recordCommand(tx, command);',
        put: '    if (!before) recordCommand(tx, command);',
      },
    ],
  },
];
