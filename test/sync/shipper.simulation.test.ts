import { headOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { entriesAfter, syncState, updateSync } from '#db/station/syncState';
import { type Line, sendRun } from '#main/sync/ledgerClient';
import type { Shipped } from '#main/sync/shipper';
import { simulate } from '../support/simulate.ts';

/* A failing seed becomes a test of its own name beside this one, with the bug it found. */
const SEEDS = Array.from({ length: Number(process.env.SEEDS ?? 40) }, (_, place) => place + 1);

test.each(SEEDS)(
  'seed %i: whatever the line does, the ledger ends with the journal letter by letter',
  async (seed) => {
    await simulate(seed);
  },
  20_000,
);

test('a seed tells the same story each time, so that one that fails can be looked into', async () => {
  expect(await simulate(7)).toEqual(await simulate(7));
}, 20_000);

/*
 * A suite that cannot fail proves nothing: each of these shippers has one bug, and the same seeds must see it.
 */

type Ship = (db: StationDb, line: Line, isCheck?: boolean) => Promise<Shipped>;

let planted: Ship | null = null;
jest.mock('#main/sync/shipper', () => {
  const real: { ship: Ship } = jest.requireActual('#main/sync/shipper');
  return { ship: (...said: Parameters<Ship>) => (planted ?? real.ship)(...said) };
});
afterEach(() => {
  planted = null;
});

/** A shipper like ours but for what it sends and what it believes. */
function shipper(bug: {
  before?: (db: StationDb, epoch: number, last: number) => void;
  run?: (db: StationDb, epoch: number, after: number) => ReturnType<typeof entriesAfter>;
  after?: (db: StationDb, sent: number, said: { sequence: number; hash: string } | null) => void;
}): Ship {
  return async (db, line) => {
    const state = syncState(db);
    if (!state) throw new Error('not enrolled');
    const { acknowledgedEpoch: epoch, acknowledgedSequence: acknowledged } = state;
    if (headOf(db, epoch).sequence === acknowledged) return 'nothing';
    const run = bug.run?.(db, epoch, acknowledged) ?? entriesAfter(db, epoch, acknowledged, 500);
    bug.before?.(db, epoch, acknowledged + run.length);
    const sent = acknowledged + run.length;
    const reply = await sendRun(line, { epoch, entries: run }).catch((error: unknown) => {
      if (bug.after) bug.after(db, sent, null);
      throw error;
    });
    if (bug.after) bug.after(db, sent, reply.head);
    else updateSync(db, { acknowledgedSequence: reply.head.sequence, acknowledgedHash: reply.head.hash });
    return 'drained';
  };
}

test.each<[string, Ship]>([
  [
    'acknowledges before the reply is there',
    shipper({ before: (db, _, last) => updateSync(db, { acknowledgedSequence: last }), after: () => {} }),
  ],
  [
    'takes an error for success (F76)',
    shipper({ after: (db, sent) => updateSync(db, { acknowledgedSequence: sent }) }),
  ],
  [
    'believes what it sent, not what the ledger says it holds',
    shipper({ after: (db, sent, said) => said && updateSync(db, { acknowledgedSequence: sent }) }),
  ],
  [
    'skips an entry now and then',
    shipper({
      run: (db, epoch, after) =>
        entriesAfter(db, epoch, after, 500).filter((_, place, all) => place !== 1 || all.length < 3),
    }),
  ],
  [
    'never goes back (F77)',
    shipper({
      after: (db, _, said) => {
        const known = syncState(db)?.acknowledgedSequence ?? 0;
        if (said && said.sequence > known) updateSync(db, { acknowledgedSequence: said.sequence });
      },
    }),
  ],
  [
    'leaves what is personal behind',
    shipper({
      run: (db, epoch, after) => entriesAfter(db, epoch, after, 500).map((entry) => ({ ...entry, personal: null })),
    }),
  ],
])(
  'a shipper that %s is seen by these seeds',
  async (_, bug) => {
    planted = bug;
    let seen = '';
    for (let seed = 1; seed <= 10 && seen === ''; seed++)
      await simulate(seed, false).catch((error: Error) => (seen = error.message));
    expect(seen).toMatch(/^seed \d+ after /);
  },
  30_000,
);

test('the same shipper without a bug is passed', async () => {
  planted = shipper({});
  for (let seed = 1; seed <= 5; seed++) await simulate(seed);
}, 30_000);
