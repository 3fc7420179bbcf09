import { Refusal } from '#domain/refusal';
import type { PrintOrder } from '#printing/printers/printer';
import { type PrintJob, Spool, type SpoolChange } from '#printing/spool';
import { createClock } from '#test/support/clock';
import { memoryJobs } from '#test/support/memoryJobs';
import { type PaperPrinterForTests, paperPrinterForTests } from '#test/support/paperPrinter';

/** A spool and everything around it. */
function bench(printer: PaperPrinterForTests = paperPrinterForTests()) {
  const clock = createClock();
  const kept: PrintJob[] = [];
  const changes: SpoolChange[] = [];
  const errors: string[] = [];
  const spoiled = new Set<number>();
  const jobs = memoryJobs(kept, spoiled);
  const spool = new Spool({
    jobs,
    printer,
    clock: { now: clock.now, after: clock.later },
    log: { info: () => {}, error: (what) => errors.push(what) },
    onChange: (change) => changes.push(change),
  });
  const queue = (kick = true, state: PrintJob['state'] = 'waiting') => {
    const job = kept.length + 1;
    const label = `W3-00000${job}`;
    kept.push({
      job,
      document: 'receipt',
      label,
      copy: 1,
      kick,
      blind: false,
      state,
      attempts: 0,
      changedAt: clock.now(),
      kickedAt: null,
    });
  };
  const states = () => kept.map((job) => job.state).join(' ');
  const kicks = () => printer.orders.filter((order) => order.kick).map((order) => order.job);
  return { clock, kept, changes, errors, spoiled, spool, queue, states, kicks, printer, jobs };
}

/** Lets everything run that does not wait for the clock. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

test('prints what is committed, in order, each once, the drawer first', async () => {
  const { spool, queue, states, printer } = bench();
  spool.start();
  queue();
  queue(false);
  spool.wake();
  spool.wake();
  await settled();
  expect(states()).toBe('printed printed');
  expect(printer.printed).toEqual([
    { job: 1, rows: ['W3-000001'], kicked: true },
    { job: 2, rows: ['W3-000002'], kicked: false },
  ]);
});

test('a tray that was opened behind a stuck slip is not opened again by the program that starts after a crash', async () => {
  const hung = paperPrinterForTests();
  const orders: PrintOrder[] = [];
  hung.print = (order) => {
    orders.push(order);
    return new Promise(() => {});
  };
  const { spool, queue, kept, jobs, clock } = bench(hung);
  queue();
  queue();
  spool.start();
  await settled();
  expect(orders.map((order) => order.kick)).toEqual([true]);
  expect(kept.map((job) => job.kickedAt !== null)).toEqual([true, true]);
  const printer = paperPrinterForTests();
  const log = { info: () => {}, error: () => {} };
  new Spool({ jobs, printer, clock: { now: clock.now, after: clock.later }, log, onChange: () => {} }).start();
  await settled();
  expect(printer.orders.map(({ job, kick }) => ({ job, kick }))).toEqual([{ job: 2, kick: false }]);
});

test('a wake never prints in the same turn as the payment', () => {
  const { spool, queue, states } = bench();
  queue();
  spool.wake();
  expect(states()).toBe('waiting');
});

test('says every change of a job and of the printer', async () => {
  const { spool, queue, changes } = bench();
  queue();
  spool.start();
  await settled();
  const told = changes.map((change) => (change.what === 'job' ? change.state : change.printer));
  expect(told).toEqual([
    'printing',
    'printed',
    { kind: 'network', name: 'Counter 3', state: 'ready', waiting: 0, stuckSince: null },
  ]);
});

test('F67: a printer without paper is shown, and the slip comes out when there is some', async () => {
  const { spool, queue, states, printer, clock } = bench();
  printer.state = 'no_paper';
  queue();
  spool.start();
  await settled();
  expect(states()).toBe('failed');
  expect(spool.printer()).toEqual({
    kind: 'network',
    name: 'Counter 3',
    state: 'no_paper',
    waiting: 1,
    stuckSince: clock.now(),
  });
  printer.state = 'ready';
  clock.advance(2_000);
  await settled();
  expect(states()).toBe('printed');
  expect(spool.printer()).toMatchObject({ state: 'ready', waiting: 0 });
});

test('F67: a printer that takes no slip says since when, from the first try on, until it gets on', async () => {
  const { spool, queue, printer, clock } = bench();
  spool.start();
  await settled();
  // Busy with nothing of ours is nothing to be told.
  printer.state = 'busy';
  clock.advance(30_000);
  await settled();
  expect(spool.printer()).toMatchObject({ state: 'busy', waiting: 0, stuckSince: null });
  const stuckSince = clock.now();
  queue();
  spool.wake();
  for (const pause of [0, 2_000, 4_000, 8_000]) {
    clock.advance(pause);
    await settled();
    expect(spool.printer()).toMatchObject({ state: 'busy', waiting: 1, stuckSince });
  }
  printer.state = 'ready';
  clock.advance(15_000);
  await settled();
  expect(spool.printer()).toMatchObject({ state: 'ready', waiting: 0, stuckSince: null });
});

test('F67: a printer that goes away while nothing prints is noticed within half a minute', async () => {
  const { spool, printer, clock } = bench();
  spool.start();
  await settled();
  expect(spool.printer().state).toBe('ready');
  printer.state = 'unreachable';
  clock.advance(30_000);
  await settled();
  expect(spool.printer().state).toBe('unreachable');
});

test('tries again after growing pauses, and anew after a success', async () => {
  const { spool, queue, printer, clock } = bench();
  printer.state = 'unreachable';
  queue();
  spool.start();
  const pauses: number[] = [];
  await settled();
  for (let attempt = 2; attempt <= 7; attempt += 1) {
    let waited = 0;
    while (printer.orders.length < attempt) {
      clock.advance(1_000);
      waited += 1_000;
      await settled();
    }
    pauses.push(waited);
  }
  expect(pauses).toEqual([2_000, 4_000, 8_000, 15_000, 30_000, 30_000]);
});

test('opens a drawer once: not again with a second attempt, nor long after the payment', async () => {
  const { spool, queue, states, printer, clock, kicks } = bench();
  printer.state = 'no_paper';
  queue();
  spool.start();
  await settled();
  clock.advance(60_000);
  printer.state = 'ready';
  clock.advance(30_000);
  await settled();
  expect(states()).toBe('printed');
  expect(kicks()).toEqual([1]);
});

test('opens the drawer for whoever pays now, also behind a slip that waits for paper', async () => {
  const { spool, queue, printer, clock, kicks } = bench();
  printer.state = 'no_paper';
  queue(false);
  spool.start();
  await settled();
  clock.advance(1_000);
  queue(true);
  spool.wake();
  await settled();
  expect(kicks()).toHaveLength(1);
  clock.advance(4_000);
  await settled();
  expect(printer.orders.length).toBeGreaterThan(2);
  expect(kicks()).toHaveLength(1);
});

test('F65: a slip in doubt is never printed again by itself; the next ones go on', async () => {
  const { spool, queue, states, printer, clock } = bench();
  printer.isInDoubt = true;
  queue();
  spool.start();
  await settled();
  printer.isInDoubt = false;
  queue();
  spool.wake();
  await settled();
  clock.advance(3_600_000);
  await settled();
  expect(states()).toBe('in_doubt printed');
  expect(printer.orders.map((order) => order.job)).toEqual([1, 2]);
});

test.each([
  [true, 'printed', [1]],
  [false, 'printed', [1, 1]],
] as const)('F66: a person says that it printed (%s)', async (printed, state, orders) => {
  const { spool, queue, states, printer } = bench();
  printer.isInDoubt = true;
  queue();
  spool.start();
  await settled();
  expect(states()).toBe('in_doubt');
  printer.isInDoubt = false;
  spool.answer(1, printed);
  await settled();
  expect(states()).toBe(state);
  expect(printer.orders.map((order) => order.job)).toEqual(orders);
  expect(printer.orders.filter((order) => order.kick)).toHaveLength(1);
});

test('an answer about a slip that is not in doubt is refused', async () => {
  const { spool, queue } = bench();
  queue();
  spool.start();
  await settled();
  expect(() => spool.answer(1, false)).toThrow(Refusal);
  expect(() => spool.answer(99, false)).toThrow(Refusal);
});

test('what was on the printer when the program stopped is in doubt, not printed again', async () => {
  const { spool, queue, states, printer } = bench();
  queue(true, 'printing');
  queue();
  spool.start();
  await settled();
  expect(states()).toBe('in_doubt printed');
  expect(printer.orders.map((order) => order.job)).toEqual([2]);
});

test('F64: a slip that cannot be made does not hold up the others', async () => {
  const { spool, queue, states, spoiled, errors } = bench();
  spoiled.add(1);
  queue();
  queue();
  spool.start();
  await settled();
  expect(states()).toBe('failed printed');
  expect(errors).toEqual(['slip cannot be made']);
});

test('a printer that breaks its word leaves the slip in doubt', async () => {
  const printer = paperPrinterForTests();
  printer.print = () => Promise.reject(new Error('gone'));
  const { spool, queue, states } = bench(printer);
  queue();
  spool.start();
  await settled();
  expect(states()).toBe('in_doubt');
});

test('a database that fails stops nothing for good', async () => {
  const { spool, queue, states, jobs, clock, errors } = bench();
  const mark = jobs.mark;
  jobs.mark = () => {
    throw new Error('disk full');
  };
  queue();
  spool.start();
  await settled();
  expect(errors).toEqual(['print spool failed']);
  jobs.mark = mark;
  clock.advance(2_000);
  await settled();
  expect(states()).toBe('printed');
});

test('another printer takes over with the next slip', async () => {
  const { spool, queue, states, printer } = bench();
  printer.state = 'unreachable';
  queue();
  spool.start();
  await settled();
  const paper = paperPrinterForTests('paper');
  spool.use(paper);
  await settled();
  expect(states()).toBe('printed');
  expect(paper.printed).toHaveLength(1);
  expect(spool.printer()).toMatchObject({ kind: 'paper', state: 'ready' });
});

test('a stop waits for the slip on the printer, and starts no other', async () => {
  const printer = paperPrinterForTests();
  const print = printer.print;
  let release = () => {};
  printer.print = (order: PrintOrder) =>
    new Promise((resolve) => {
      release = () => resolve(print(order));
    });
  const { spool, queue, states } = bench(printer);
  queue();
  queue();
  spool.start();
  await settled();
  const stopped = spool.stop();
  release();
  await stopped;
  spool.wake();
  await settled();
  expect(states()).toBe('printed waiting');
});

test('a stop is not held up for long by a printer that hangs; its slip is in doubt after the next start', async () => {
  const printer = paperPrinterForTests();
  printer.print = () => new Promise(() => {});
  const { spool, queue, states, clock } = bench(printer);
  queue();
  spool.start();
  await settled();
  const stopped = spool.stop();
  clock.advance(2_000);
  await stopped;
  expect(states()).toBe('printing');
});
