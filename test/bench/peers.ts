import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startPostgres } from '#test/support/postgres';
import { newFolder, removeFolder, sampleDeltas } from './benchStation.ts';
import { connect } from './ledgerTables.ts';
import { type Measure, median, percentile, rounded, took } from './measures.ts';
import { CENTRES, type Later, PEERS } from './peerCentres.ts';
import type { Answered, Asked } from './peers/child.ts';
import { startLine } from './peers/line.ts';
import type { Account, Peer } from './peers/peer.ts';
import { undoing } from './realLedger.ts';

const ACCOUNTS = 200_000;
const BACKLOG = 10_000;
const RECEIPTS_OF_A_ROUND = 100;
const ROUNDS = 7;
const ROUNDS_OF_BACKLOG = 3;

type Name = keyof typeof CENTRES;
const NAMES = Object.keys(CENTRES) as Name[];

/** A peer in a process of its own, the line to its centre, and what it took (ms), by what it was asked. */
type Runner = {
  name: Name;
  ask<C extends Exclude<keyof Peer, 'close'>>(call: C, ...args: Parameters<Peer[C]>): ReturnType<Peer[C]>;
  line: Awaited<ReturnType<typeof startLine>>;
  recorded: number;
  times: Record<Task, number[]>;
};

const TASKS = ['receipt', 'backlog', 'backlogSlow', 'byNumber', 'byName'] as const;
type Task = (typeof TASKS)[number];

/**
 * The same receipts and look-ups by this product, by peers and by bare floors, in turns: a receipt offline, 10,000 of them
 * to the centre over a good and a bad line, an account among 200,000. The table goes to people, as the README has it.
 */
export function peers(): Promise<Measure> {
  install();
  return undoing(async (later) => {
    const runners = await begin(later);
    for (let round = 0; round < ROUNDS; round++) for (const runner of runners) await receipts(runner);
    for (const runner of runners) await drained(runner, 'open');
    for (let round = 0; round < ROUNDS_OF_BACKLOG; round++)
      for (const runner of runners) {
        runner.times.backlog.push(await backlog(runner, 'open'));
        runner.times.backlogSlow.push(await backlog(runner, 'slow'));
      }
    for (let round = 0; round < ROUNDS; round++) for (const runner of runners) await lookUps(runner);
    await tell(runners);
    return measured(runners);
  });
}

/** They are no dependencies of the product: what they need is fetched into their own folder. */
function install(): void {
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund'];
  execFileSync('npm', ['ci', ...quiet], { cwd: PEERS, stdio: ['ignore', 2, 2] });
}

const accounts: Account[] = [];

async function begin(later: Later): Promise<Runner[]> {
  const folder = later(newFolder(), removeFolder);
  const postgres = later(await startPostgres(), (it) => it.stop()).url;
  const admin = later(await connect(postgres), (it) => it.end());
  for (const { accountNumber, customer, serviceAddress } of sampleDeltas(ACCOUNTS))
    accounts.push({ number: accountNumber, name: customer, address: serviceAddress });
  const runners: Runner[] = [];
  for (const name of NAMES) {
    process.stderr.write(`${name} gets ready.\n`);
    const centre = await CENTRES[name]({ postgres, admin, folder, later });
    const line = later(await startLine(centre.port), (it) => it.close());
    line.become('open');
    const own = join(folder, name);
    mkdirSync(own);
    const tell = later(process_(name), (it) => it({ close: true }));
    await tell({ begin: { ...centre, folder: own, accounts, line: line.port } });
    const ask: Runner['ask'] = (call, ...args) => tell({ call, args }) as ReturnType<Peer[typeof call]>;
    const times = Object.fromEntries(TASKS.map((task) => [task, []])) as unknown as Runner['times'];
    runners.push({ name, ask, line, recorded: 0, times });
  }
  return runners;
}

/** Starts a peer's process, and answers how it is asked. */
function process_(name: Name): (asked: Asked) => Promise<unknown> {
  const file = name === 'counterfoil' ? join(import.meta.dirname, 'peerOurs.ts') : join(PEERS, `${name}.ts`);
  const child = fork(file, { stdio: ['ignore', 'ignore', 2, 'ipc'] });
  return async (asked) => {
    const ended = new AbortController();
    const died = once(child, 'exit', { signal: ended.signal }).then(() => [{ failed: `${name} died` }]);
    child.send(asked);
    const [answered] = (await Promise.race([once(child, 'message'), died])) as [Answered];
    died.catch(() => {});
    ended.abort();
    if ('failed' in answered) throw new Error(`${name}: ${answered.failed}`);
    return answered.value;
  };
}

async function receipts(runner: Runner): Promise<void> {
  runner.line.become('cut');
  runner.times.receipt.push(...(await runner.ask('record', RECEIPTS_OF_A_ROUND)));
  runner.recorded += RECEIPTS_OF_A_ROUND;
}

async function backlog(runner: Runner, line: 'open' | 'slow'): Promise<number> {
  await runner.ask('pile', BACKLOG);
  runner.recorded += BACKLOG;
  return drained(runner, line);
}

/** Milliseconds until all is acknowledged; and it must be there. */
async function drained(runner: Runner, line: 'open' | 'slow'): Promise<number> {
  runner.line.become(line);
  await sleep(200);
  const ms = await took(() => runner.ask('drain'));
  runner.line.become('open');
  const there = await runner.ask('atCentre');
  if (there < runner.recorded) throw new Error(`${runner.name}: ${there} of ${runner.recorded} are at the centre`);
  process.stderr.write(`${runner.name}: a backlog, line ${line}, ${Math.round(ms)} ms\n`);
  return ms;
}

async function lookUps(runner: Runner): Promise<void> {
  for (let place = 0; place < 20; place++) {
    const { number = '', name = '' } = accounts[(place * 7_919) % ACCOUNTS] ?? {};
    for (const [task, by, text] of [
      ['byNumber', 'number', number],
      ['byName', 'name', name.slice(0, 6)],
    ] as const) {
      const ms = await took(async () => {
        if ((await runner.ask('lookUp', by, text)) === 0) throw new Error(`${runner.name} does not find ${text}`);
      });
      runner.times[task].push(ms);
    }
  }
}

async function tell(runners: readonly Runner[]): Promise<void> {
  const rows: string[] = [];
  for (const runner of runners) {
    const { receipt, backlog: good, backlogSlow, byNumber, byName } = runner.times;
    const figures = [median(receipt), percentile(receipt, 95), median(good) / 1000, median(backlogSlow) / 1000];
    const all = [...figures, percentile(byNumber, 95), percentile(byName, 95)].map(rounded);
    rows.push(`| ${runner.name} | ${all.join(' | ')} | ${await runner.ask('durability')} |\n`);
  }
  process.stderr.write(
    `| | receipt p50 ms | p95 ms | 10,000 up, s | bad line, s | by number p95 ms | by name p95 ms | when it is answered |\n${rows.join('')}`,
  );
}

function measured(runners: readonly Runner[]): Measure {
  const of = (name: Name, task: Task) => median(runners.find((it) => it.name === name)?.times[task] ?? []);
  const [ours, floor] = [of('counterfoil', 'backlog'), of('pouchdb', 'backlog')];
  return {
    measure: 'peers',
    ours: rounded(ours),
    floor: rounded(floor),
    ratio: rounded(ours / floor),
    limit: 0.2,
    unit: 'ms',
  };
}
