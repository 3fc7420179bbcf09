import { join } from 'node:path';
import Database from 'better-sqlite3';
import { contract, type Input } from '#contract/contract';
import { dayOf } from '#domain/businessDay';
import { seededChance } from '#main/sample/chance';
import { POLICY } from '#test/support/quarryBay';
import { headOnSlip } from '#test/support/slips';
import { type BenchStation, openDrawerOf, removeFolder, startStation } from './benchStation.ts';
import { countOf, type Held } from './bulk.ts';
import { manyAccountsFolder } from './manyAccounts.ts';
import { type Measure, rounded } from './measures.ts';
import { ACCOUNTS, millionFolder } from './million.ts';
import { accountsOwing, cashPayment } from './payments.ts';
import { searches } from './searches.ts';
import { restOfTheCounter, reverse } from './stallsInFull.ts';
import { custody } from './stallsOfCustody.ts';
import { mailing } from './stallsOfMail.ts';
import { approved, TIMES, type Watch, watching } from './stallWatch.ts';

/** Not of a counter's day: made once, for a printer in doubt, or part of another measure. The ledger answers the office's. */
const ASIDE = new Set(['enrolStation', 'answerPrint', 'choosePrinter', 'signIn', 'signOut']);

/**
 * The longest that any call of the counter holds up the event loop, at a million entries and 200,000 accounts, with what
 * it sets off. Each is made several times and the median counts, because others use the machine too.
 */
export async function stallsOfMillion(): Promise<Measure> {
  return stalls('stall_1m', await millionFolder());
}

/** The same on a station of 200,000 accounts at its first day. */
export async function stallsOfFirstDay(): Promise<Measure> {
  const folder = await manyAccountsFolder();
  try {
    return await stalls('stall', folder);
  } finally {
    removeFolder(folder);
  }
}

async function stalls(measure: string, folder: string): Promise<Measure> {
  const station = await startStation(folder);
  const watched = new Set<string>();
  const seen: BenchStation = {
    ...station,
    ask: (name, input) => station.ask(heard(watched, name), input),
    tell: (name, input) => station.tell(heard(watched, name), input),
  };
  const watch = watching();
  await takeAndUndo(seen, watch);
  await restOfTheCounter(seen, watch);
  await custody(seen, watch);
  await mailing(seen, watch);
  await find(seen, watch);
  await close(seen, watch);
  await station.close();
  const all = watch.worstFirst();
  for (const { name, ms } of all) process.stderr.write(`${ms.toFixed(1).padStart(8)} ms  ${name}\n`);
  const left = Object.entries(contract)
    .filter(([name, { where }]) => where === 'station' && !watched.has(name) && !ASIDE.has(name))
    .map(([name]) => name);
  return {
    measure,
    ours: rounded(all[0]?.ms ?? 0),
    limit: 50,
    unit: 'ms',
    call: all[0]?.name,
    unwatched: left.join(' '),
  };
}

function heard<N extends string>(watched: Set<string>, name: N): N {
  watched.add(name);
  return name;
}

const CHECK = { kind: 'check', cents: 2_500, routing: '125000024', bankAccount: '00123456789' } as const;

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
  let written = 0;
  // Another piece of paper each time: one that was seen before would have to be noted.
  const check = () => ({ ...CHECK, checkNumber: `9${Date.now() % 1e9}${written++}` });
  await watch.over('takePayment, check', (time) =>
    taken({
      lines: [{ kind: 'account', accountNumber: account(time), cents: 2_500 }],
      tenders: [check()],
    }),
  );
  const fifty = owing.slice(TIMES).map((accountNumber) => ({ kind: 'account' as const, accountNumber, cents: 1_000 }));
  await watch.over('takePayment, 50 accounts, 20 checks', () =>
    taken({ lines: fifty, tenders: Array.from({ length: 20 }, check) }),
  );
  const labelled = (time: number) => labels[time] ?? '';
  await watch.over('account', (time) => ask('account', { accountNumber: account(time) }));
  await watch.over('receipt', (time) => ask('receipt', { label: labelled(time) }));
  await watch.over('slip', (time) => ask('slip', { document: { kind: 'receipt', label: labelled(time) } }));
  await watch.over('slipPdf', (time) => ask('slipPdf', { document: { kind: 'receipt', label: labelled(time) } }));
  await watch.over('reprintReceipt, its approval', async (time) => {
    const { mark } = await ask('reprintProposal', { label: labelled(time) });
    const { approval } = await approved(station, mark);
    return tell('reprintReceipt', { label: labelled(time), approval });
  });
  const voiding = async (time: number) => ({
    label: labelled(time),
    reason: 'wrong_amount' as const,
    slip: await headOnSlip(station, labelled(time)),
  });
  await watch.over('voidProposal', async (time) => ask('voidProposal', await voiding(time)));
  await watch.over('voidReceipt, its approval', async (time) => {
    const about = await voiding(time);
    const { approval } = await approved(station, (await ask('voidProposal', about)).mark);
    return tell('voidReceipt', { ...about, approval });
  });
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
  const never: string[] = [];
  for (const accountNumber of accountsOwing(join(station.folder, 'station.db'), TIMES))
    never.push((await tell('takePayment', { drawer, ...cashPayment(accountNumber) })).label);
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
  const opening = { businessDay: dayOf(Date.now(), POLICY.timeZone), float: {} };
  await watch.over('openingMark', () => ask('openingMark', opening));
  await watch.over('openDrawer', () => openDrawerOf(station));
  await reverse(station, watch, never);
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
