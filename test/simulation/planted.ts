import type { PlantedBug } from '../crash/planted.ts';

const SHIPPER = 'main/sync/shipper.ts';
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
      // A ledger that knows less sets the mark back: only without that is the gap for good.
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
        file: 'main/ledger/receiveRun.ts',
        find: `  const { reply, strays } = await context.db.inDistrict(key.district, 'write', (tx) =>
    storeRun(tx, key, arrivals, receivedAt, (fresh) => readAhead(arrivals, new Set(fresh), readings)),
  );`,
        put: `  const { reply, strays } = await new Promise<Awaited<ReturnType<typeof storeRun>>>((resolve, reject) => {
    context.db
      .inDistrict(key.district, 'write', async (tx) => {
        const done = await storeRun(tx, key, arrivals, receivedAt, (fresh) => readAhead(arrivals, new Set(fresh), readings));
        resolve(done);
        for (let turns = 0; turns < 4; turns++) await new Promise((next) => setImmediate(next));
      })
      .catch(reject);
  });
  if (reply.outcome !== 'conflict') return reply;`,
      },
    ],
  },
  {
    ...simulation,
    name: 'order by clock',
    changes: [
      {
        file: 'db/station/journal.ts',
        find: '    .orderBy(desc(entries.position))\n    .limit(1)',
        put: '    .orderBy(desc(entries.recordedAt), desc(entries.position))\n    .limit(1)',
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
        find: '    recordCommand(tx, {',
        put: '    if (!before) recordCommand(tx, {',
      },
    ],
  },
];
