import type { Input, Output } from '#contract/contract';
import { entries } from '#db/station/schema';
import type { AccountDelta } from '#domain/account';
import { dayOf } from '#domain/businessDay';
import { breakdown, worthOf } from '#domain/denominations';
import { cents } from '#domain/money';
import { type Chance, createChance } from './chance.ts';
import { createNetwork, type Fate, type Network } from './network.ts';
import { account, charge, PINS } from './quarryBay.ts';
import { headOnSlip } from './slips.ts';
import { type Caller, createStation, type TestStation } from './station.ts';

/*
 * Random days at one station, with a line that drops, repeats and delays, a ledger that is restored from an old
 * backup, and restarts of the program between any two steps. A seed decides everything; beside the station runs a model
 * of what must be true, and when the faults stop the ledger must hold the station's journal letter by letter.
 */

const BILLED = [8_640, 1_500, 120_000] as const;
const CASHIERS = ['m.ortiz', 'l.haddad'] as const;
type Cashier = (typeof CASHIERS)[number];

/** What must be true of one receipt, and of one drawer. */
type Taken = {
  label: string;
  drawer: string;
  account: string;
  cents: number;
  cash: number;
  card: number;
  voided: boolean;
};
type OpenDrawer = { drawer: string; floatCents: number; receipts: number };

const STEPS_OF_SEED = 60;

type World = {
  chance: Chance;
  station: TestStation;
  network: Network;
  callers: Map<Cashier, Caller>;
  drawers: Map<Cashier, OpenDrawer>;
  taken: Taken[];
  /** The last command and its answer, to be told again. */
  last: { by: Cashier; name: 'takePayment' | 'openDrawer'; input: { commandId: string }; reply: unknown } | null;
  story: string[];
};

/**
 * Runs one seed to its end. Throws with the seed and the last steps when anything is not as it must be.
 * Answers what happened, and the hash of the journal's last entry: the same for the same seed.
 * @param tellsStored whether the feed tells how much the ledger has, which makes good what a bad shipper skips
 */
export async function simulate(
  seed: number,
  tellsStored = true,
): Promise<{ story: string[]; head: string | undefined }> {
  const world = await begin(seed, tellsStored);
  try {
    for (let step = 0; step < STEPS_OF_SEED; step++) {
      await oneStep(world);
      await world.station.quiet();
    }
    await atPeace(world);
    return { story: world.story, head: journal(world.station).at(-1)?.hash };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new Error(`seed ${seed} after ${world.story.slice(-12).join(', ')}: ${why}`);
  } finally {
    world.network.line = 'open';
    await world.station.close();
  }
}

async function begin(seed: number, tellsStored: boolean): Promise<World> {
  const chance = createChance(`simulation ${seed}`);
  const accounts: AccountDelta[] = BILLED.map((billed, place) =>
    account(`40-1000${place}-01`, `Customer ${place}`, [
      { ...charge('service', 'Sep–Oct 2026', '2026-11-30', billed), chargeId: place + 1 },
    ]),
  );
  const ledger = () => station.ledger;
  const network = createNetwork(ledger);
  let station: TestStation = undefined as never;
  const host = (usual: { fetch: typeof fetch }) => ({
    // Until the station stands, all goes through.
    fetch: ((input, init) => (station ? network.fetch(input, init) : usual.fetch(input, init))) as typeof fetch,
  });
  station = await createStation({ accounts, chance, host, tellsStored });
  network.line = 'held';
  const world: World = {
    chance,
    station,
    network,
    callers: new Map(),
    drawers: new Map(),
    taken: [],
    last: null,
    story: [],
  };
  await signIn(world);
  return world;
}

async function signIn({ callers, station }: World): Promise<void> {
  for (const cashier of CASHIERS) callers.set(cashier, await station.signedIn(cashier));
}

const STEPS: readonly [number, string, (world: World) => Promise<void>][] = [
  [30, 'take', take],
  [25, 'network', network],
  [10, 'time', time],
  [6, 'void', undo],
  [5, 'restart', restart],
  [5, 'again', again],
  [5, 'line', line],
  [5, 'close', close],
  [4, 'reprint', reprint],
  [3, 'look', look],
  [2, 'restore', restore],
];
const WEIGHT = STEPS.reduce((sum, [weight]) => sum + weight, 0);

async function oneStep(world: World): Promise<void> {
  let left = world.chance.below(WEIGHT);
  for (const [weight, name, run] of STEPS) {
    left -= weight;
    if (left >= 0) continue;
    world.story.push(name);
    return run(world);
  }
}

async function take(world: World): Promise<void> {
  const { chance, station } = world;
  const by = chance.pick(CASHIERS);
  const open = world.drawers.get(by) ?? (await openDrawer(world, by));
  const amount = 1 + chance.below(9_000);
  const card = chance.oneIn(3) ? 1 + chance.below(amount) : 0;
  const accountNumber = `40-1000${chance.below(BILLED.length)}-01`;
  const input: Input<'takePayment'> = {
    commandId: chance.id(),
    drawer: open.drawer,
    lines: [{ kind: 'account', accountNumber, cents: amount }],
    tenders: [
      ...(card > 0
        ? [{ kind: 'card' as const, cents: card, brand: 'visa' as const, lastFour: '8841', approvalCode: '04417B' }]
        : []),
      ...(amount > card ? [{ kind: 'cash' as const, cents: amount - card + chance.below(500) }] : []),
    ],
  };
  const reply = await callerOf(world, by).ask('takePayment', input);
  expect(reply.label).toBe(`W3-${String(world.taken.length + 1).padStart(6, '0')}`);
  open.receipts += 1;
  world.taken.push({
    label: reply.label,
    drawer: open.drawer,
    account: accountNumber,
    cents: amount,
    cash: amount - card,
    card,
    voided: false,
  });
  world.last = { by, name: 'takePayment', input, reply };
  // Sometimes the program dies in the very turn in which it answered.
  if (chance.oneIn(15)) await restart(world);
  else if (chance.oneIn(5)) await station.quiet();
}

async function openDrawer(world: World, by: Cashier): Promise<OpenDrawer> {
  const { chance, station } = world;
  const input = {
    commandId: chance.id(),
    businessDay: dayOf(station.clock.now(), 'America/Los_Angeles'),
    float: breakdown(cents(chance.below(40_000))),
  };
  const reply = await callerOf(world, by).ask('openDrawer', input);
  const open = { drawer: reply.drawer, floatCents: worthOf(input.float), receipts: 0 };
  world.drawers.set(by, open);
  world.last = { by, name: 'openDrawer', input, reply };
  return open;
}

/** What is on the line meets its fate. */
async function network({ network: on, chance }: World): Promise<void> {
  const fates: Fate[] = [
    'deliver',
    'deliver',
    'deliver',
    'lose-request',
    'lose-answer',
    'deliver-twice',
    'answer-broken',
  ];
  if (chance.oneIn(4)) await on.arriveLate();
  await on.decide(chance.pick(fates));
}

async function time({ station, chance }: World): Promise<void> {
  const seconds = chance.oneIn(10) ? 3_600 * (1 + chance.below(10)) : 1 + chance.below(15);
  station.clock.advance(seconds * 1_000);
}

async function line({ network: on, chance }: World): Promise<void> {
  on.line = chance.pick(['held', 'held', 'open', 'cut']);
  while (on.line !== 'held' && on.waiting() > 0) await on.decide('lose-request');
}

async function undo(world: World): Promise<void> {
  const { chance, drawers } = world;
  const by = chance.pick(CASHIERS);
  const caller = callerOf(world, by);
  const mine = world.taken.filter((known) => !known.voided && known.drawer === drawers.get(by)?.drawer);
  if (mine.length === 0) return;
  const receipt = chance.pick(mine);
  const slip = await headOnSlip(caller, receipt.label);
  const about = { label: receipt.label, reason: 'wrong_amount' as const, slip };
  const approval = await approved(caller, (await caller.ask('voidProposal', about)).mark);
  const { cashBackCents } = await caller.tell('voidReceipt', { ...about, approval });
  expect(cashBackCents).toBe(receipt.cash);
  receipt.voided = true;
}

async function reprint(world: World): Promise<void> {
  const known = world.taken.at(-1);
  if (!known) return;
  const caller = callerOf(world, 'm.ortiz');
  const approval = await approved(caller, (await caller.ask('reprintProposal', { label: known.label })).mark);
  await caller.tell('reprintReceipt', { label: known.label, approval });
}

async function restart(world: World): Promise<void> {
  await world.station.restart();
  await signIn(world);
}

/** The same command again, as after a lost answer: it must be answered as the first time, and write nothing. */
async function again(world: World): Promise<void> {
  if (!world.last) return;
  const { by, name, input, reply } = world.last;
  const before = journal(world.station).length;
  expect(await callerOf(world, by).ask(name, input as never)).toEqual(reply);
  expect(journal(world.station)).toHaveLength(before);
}

async function restore({ station, chance }: World): Promise<void> {
  station.ledger.restoreTo(chance.below(station.ledger.entries.length + 1));
}

/** Counts what must be there, give or take a little, and closes. */
async function close(world: World): Promise<void> {
  const { chance, drawers } = world;
  const by = chance.pick(CASHIERS);
  const open = drawers.get(by);
  if (!open) return;
  const caller = callerOf(world, by);
  const standing = world.taken.filter((known) => known.drawer === open.drawer && !known.voided);
  const cash = open.floatCents + standing.reduce((sum, known) => sum + known.cash, 0);
  const card = standing.reduce((sum, known) => sum + known.card, 0);
  const off = Math.max(chance.pick([0, 0, 5, -5, 2_000]), -cash);
  await caller.tell('startCount', { drawer: open.drawer });
  const count = { cash: breakdown(cents(cash + off)), checks: [], moneyOrders: [], cardTotalCents: card };
  await caller.tell('submitCount', { drawer: open.drawer, count });
  const seen = await caller.ask('comparison', { drawer: open.drawer });
  expect(seen.comparison.tenders.map((tender) => tender.expectedCents)).toEqual([cash, 0, 0, card]);
  const why = seen.demand === 'nothing' ? {} : { reason: 'A roll of coins too much' };
  const { mark } = await caller.ask('comparison', { drawer: open.drawer, ...why });
  const yes = seen.demand === 'approval' ? { approval: await approved(caller, mark) } : {};
  const closed: Output<'closeDrawer'> = await caller.tell('closeDrawer', {
    drawer: open.drawer,
    countNumber: seen.countNumber,
    ...why,
    ...yes,
  });
  expect(closed.overShortCents).toBe(off);
  drawers.delete(by);
}

/** Every balance on the screen is what was billed − what was paid, whatever the ledger has heard. */
async function look(world: World): Promise<void> {
  for (const [place, billed] of BILLED.entries()) {
    const accountNumber = `40-1000${place}-01`;
    const { balanceCents } = await callerOf(world, 'm.ortiz').ask('account', { accountNumber });
    expect([accountNumber, balanceCents]).toEqual([accountNumber, billed - paidOn(world, accountNumber)]);
  }
}

/** The faults stop: all drains in bounded time and agrees. */
async function atPeace(world: World): Promise<void> {
  const { station, network: on } = world;
  while (on.stragglers() > 0) await on.arriveLate();
  on.line = 'open';
  while (on.waiting() > 0) await on.decide('deliver');
  await station.settled();
  await look(world);
  // A ledger that was restored while nobody asked hears of it with the next entry.
  await take(world);
  await station.settled();
  expect(station.ledger.entries).toEqual(journal(station));
  const labels = station.ledger.entries.flatMap(({ text }) => {
    const { kind, payload } = JSON.parse(text);
    return kind === 'receipt_issued' ? [payload.label] : [];
  });
  expect(labels).toEqual(world.taken.map((known) => known.label));
  for (const [place, billed] of BILLED.entries()) {
    const { charges, unappliedCents } = station.ledger.books.account(`40-1000${place}-01`);
    const balance = charges.reduce((sum, open) => sum + open.openCents, 0) - unappliedCents;
    expect(balance).toBe(billed - paidOn(world, `40-1000${place}-01`));
  }
}

function journal({ look: db }: TestStation) {
  return db
    .select({ text: entries.text, hash: entries.hash, personal: entries.personal })
    .from(entries)
    .orderBy(entries.position)
    .all()
    .map((row) => ({ ...row, personal: row.personal === null ? null : JSON.parse(row.personal) }));
}

function paidOn({ taken }: World, accountNumber: string): number {
  return taken.reduce((sum, known) => sum + (known.account === accountNumber && !known.voided ? known.cents : 0), 0);
}

function callerOf({ callers }: World, cashier: Cashier): Caller {
  return callers.get(cashier) as Caller;
}

async function approved(caller: Caller, mark: string): Promise<string> {
  return (await caller.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' })).approval;
}
