import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import Database from 'better-sqlite3';
import type { Input, Output } from '#contract/contract';
import { seededChance } from '#main/sample/chance';
import { PINS } from '#test/support/quarryBay';
import { type BenchStation, openDrawerOf, startStation } from './benchStation.ts';
import { countOf, type Held } from './bulk.ts';
import { type Measure, median, rounded } from './measures.ts';
import { ACCOUNTS, millionFolder } from './million.ts';
import { accountsOwing, cashPayment } from './payments.ts';
import { searches } from './searches.ts';

const TIMES = 7;
/** Time for what a call sets off: printing, the link, announcements. */
const AFTER_MS = 40;
const SUPERVISOR = 'j.whitebear';

type Watch = {
  /** Makes a call several times and keeps the median of the longest stall of each. Answers the last answer. */
  over<T>(name: string, ask: (time: number) => Promise<T>, times?: number): Promise<T>;
  worstFirst(): { name: string; ms: number }[];
};

/**
 * The longest that any call of the counter holds up the event loop, at a million entries and 200,000 accounts, with what
 * it sets off. Each is made several times and the median counts, because others use the machine too.
 */
export async function stalls(): Promise<Measure> {
  const station = await startStation(await millionFolder());
  const watch = watching();
  await takeAndUndo(station, watch);
  await find(station, watch);
  await close(station, watch);
  await station.close();
  const all = watch.worstFirst();
  for (const { name, ms } of all) process.stderr.write(`${ms.toFixed(1).padStart(8)} ms  ${name}\n`);
  return { measure: 'stall_1m', ours: rounded(all[0]?.ms ?? 0), limit: 50, unit: 'ms', call: all[0]?.name };
}

function watching(): Watch {
  const stalls = new Map<string, number>();
  return {
    async over(name, ask, times = TIMES) {
      const longest: number[] = [];
      const answers: Awaited<ReturnType<typeof ask>>[] = [];
      for (let time = 0; time < times; time++)
        longest.push(await longestStall(async () => answers.push(await ask(time))));
      stalls.set(name, median(longest));
      return answers.at(-1) as Awaited<ReturnType<typeof ask>>;
    },
    worstFirst: () => [...stalls].map(([name, ms]) => ({ name, ms })).sort((left, right) => right.ms - left.ms),
  };
}

/** How long nobody else gets a turn while something runs and shortly after, in milliseconds: a turn taken at every chance. */
async function longestStall(run: () => Promise<unknown>): Promise<number> {
  let longest = 0;
  let last = performance.now();
  let next = setImmediate(() => {});
  const turn = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    next = setImmediate(turn);
  };
  turn();
  await run();
  await sleep(AFTER_MS);
  clearImmediate(next);
  return longest;
}

async function takeAndUndo(station: BenchStation, watch: Watch): Promise<void> {
  const { ask, tell } = station;
  const drawer = await openDrawerOf(station);
  const owing = accountsOwing(join(station.folder, 'station.db'), TIMES + 50);
  const accounts = owing.slice(0, TIMES);
  const labels: string[] = [];
  const taken = async (payment: Pick<Input<'takePayment'>, 'lines' | 'tenders'>) => {
    labels.push((await tell('takePayment', { drawer, ...payment })).label);
  };
  const account = (time: number) => accounts[time] ?? '';
  await watch.over('takePayment, cash', (time) => taken(cashPayment(account(time))));
  const check = { kind: 'check', checkNumber: '1187', routing: '125000024', bankAccount: '00123456789' } as const;
  await watch.over('takePayment, check', (time) =>
    taken({
      lines: [{ kind: 'account', accountNumber: account(time), cents: 2_500 }],
      tenders: [{ ...check, cents: 2_500 }],
    }),
  );
  const fifty = owing.slice(TIMES).map((accountNumber) => ({ kind: 'account' as const, accountNumber, cents: 1_000 }));
  await watch.over('takePayment, 50 accounts, 20 checks', () =>
    taken({ lines: fifty, tenders: Array.from({ length: 20 }, () => ({ ...check, cents: 2_500 })) }),
  );
  const labelled = (time: number) => labels[time] ?? '';
  await watch.over('account', (time) => ask('account', { accountNumber: account(time) }));
  await watch.over('receipt', (time) => ask('receipt', { label: labelled(time) }));
  await watch.over('slip', (time) => ask('slip', { document: { kind: 'receipt', label: labelled(time) } }));
  await watch.over('slipPdf', (time) => ask('slipPdf', { document: { kind: 'receipt', label: labelled(time) } }));
  await watch.over('reprintReceipt', (time) => tell('reprintReceipt', { label: labelled(time) }));
  await watch.over('voidProposal', (time) => ask('voidProposal', { label: labelled(time), reason: 'wrong_amount' }));
  await watch.over('voidReceipt, its approval', async (time) => {
    const { mark } = await ask('voidProposal', { label: labelled(time), reason: 'wrong_amount' });
    const { approval } = await approved(station, mark);
    return tell('voidReceipt', { label: labelled(time), reason: 'wrong_amount', approval });
  });
}

function approved({ ask }: BenchStation, mark: string): Promise<Output<'approve'>> {
  return ask('approve', { mark, person: SUPERVISOR, pin: PINS.get(SUPERVISOR) ?? '' });
}

async function find(station: BenchStation, watch: Watch): Promise<void> {
  const { ask } = station;
  const chance = seededChance(3);
  await watch.over('station', () => ask('station', {}));
  await watch.over('paper', () => ask('paper', {}));
  await watch.over('zReports', () => ask('zReports', {}));
  await watch.over('receipts, latest', () => ask('receipts', {}));
  const texts = {
    'a number': () => String(1 + chance.whole(900_000)),
    'a label': () => `B1-${String(1 + chance.whole(900_000)).padStart(6, '0')}`,
    'a common amount': () => '86.40',
    'an amount without cents': () => String(10 + chance.whole(99)),
    'a check number': () => String(1_000 + chance.whole(800)),
    'one letter': () => 'n',
    'a name': () => 'nguyen',
    'a name that nobody has': () => 'zzyzx',
    'an account': () => '40-14000-01',
  };
  for (const [name, text] of Object.entries(texts))
    await watch.over(`receipts, ${name}`, () => ask('receipts', { text: text() }));
  const wanted = Map.groupBy(searches(ACCOUNTS, TIMES), ({ way }) => way);
  for (const [way, found] of wanted)
    await watch.over(`findAccounts, ${way}`, (time) => ask('findAccounts', { text: found[time]?.text ?? '' }));
}

/** The count is exactly what the drawer holds, so that nobody has to explain anything. */
async function close(station: BenchStation, watch: Watch): Promise<void> {
  const { ask, tell } = station;
  const drawer = await openDrawerOf(station);
  await watch.over('startCount, leaveCount', async () => {
    await tell('startCount', { drawer });
    await tell('leaveCount', { drawer });
  });
  const count = countOf(holding(station.folder, drawer));
  await tell('startCount', { drawer });
  await watch.over('submitCount', () => tell('submitCount', { drawer, count }), 1);
  await watch.over('comparison', () => ask('comparison', { drawer }));
  const { z } = await watch.over('closeDrawer', () => tell('closeDrawer', { drawer, countNumber: 1 }), 1);
  await watch.over('slip of a Z report', () => ask('slip', { document: { kind: 'z', label: z } }));
  await watch.over('openDrawer', () => openDrawerOf(station));
}

/** What the postings and tenders of a drawer say that it holds. */
function holding(folder: string, drawer: string): Held {
  const db = new Database(join(folder, 'station.db'), { readonly: true });
  const balance = db
    .prepare(
      `SELECT coalesce(sum(CASE side WHEN 'debit' THEN cents ELSE -cents END), 0) FROM postings WHERE account = ?`,
    )
    .pluck();
  const checks = db
    .prepare(
      `SELECT t.reference AS checkNumber, t.cents FROM receipts r JOIN tenders t USING (position)
       LEFT JOIN voids v ON v.receipt_position = r.position
       WHERE r.drawer = ? AND t.kind = 'check' AND v.position IS NULL`,
    )
    .all(drawer) as Held['checks'];
  const held = {
    cashCents: Number(balance.get(`drawer:${drawer}:cash`)),
    checks,
    cardCents: Number(balance.get(`drawer:${drawer}:card`)),
  };
  db.close();
  return held;
}
