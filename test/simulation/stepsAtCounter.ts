import type { Input, Output } from '#contract/contract';
import { dayOf } from '#domain/businessDay';
import { breakdown, worthOf } from '#domain/denominations';
import { cents } from '#domain/money';
import { headOnSlip } from '../support/slips.ts';
import type { Counter } from './counter.ts';
import { APPROVES, BILLED, COUNTS, cashierOf } from './district.ts';
import { type Check, openTrayAt, type Paper, paidOn, type Tray } from './oracle.ts';
import { tell, tellThroughDeath } from './tell.ts';
import { sameAnswer } from './violation.ts';
import type { World } from './world.ts';

/* What people do at a counter. The oracle knows beforehand what must come of it. */

const ACCOUNTS = [...BILLED.keys()];

export const aboutReceipts = {
  take: (world: World) => take(world, tell),
  crashMidway: (world: World) => take(world, tellThroughDeath),
  void: undone(async (world, counter, paper) => {
    const person = cashierOf(counter.series);
    const slip = await headOnSlip({ ask: (name, input) => counter.ask(person, name, input) }, paper.label);
    const about = { label: paper.label, reason: 'wrong_amount' as const, slip };
    const { mark } = await counter.ask(person, 'voidProposal', about);
    const approval = await counter.approved(person, mark, COUNTS);
    const { cashBackCents } = await tell(world, counter, person, 'voidReceipt', { ...about, approval });
    const tray = openTrayAt(world.oracle, counter.series) as Tray;
    sameAnswer(cashBackCents, paper.cash, `cash back of ${paper.label}`);
    tray.cash -= paper.cash;
    tray.card -= paper.card;
    for (const check of paper.checks) tray.checks.splice(tray.checks.indexOf(check), 1);
    paper.isVoid = true;
    paper.backCents = paper.cents;
    world.tell(`void ${paper.label}`);
  }),
  refund: undone(async (world, counter, paper, tray) => {
    // A check must have cleared before its money goes back.
    if (paper.checks.length > 0) return;
    const person = cashierOf(counter.series);
    const back = 1 + world.chance.below(Math.min(paper.cents - paper.backCents, tray.cash, 5_000));
    const refund = { parts: [{ place: 0, cents: back }], means: { kind: 'cash' as const, drawer: tray.drawer } };
    const asked = { label: paper.label, refund, reason: 'overpaid' as const };
    const { mark } = await counter.ask(person, 'refundProposal', asked);
    const approval = await counter.approved(person, mark, COUNTS);
    const told = await tell(world, counter, person, 'refundReceipt', { ...asked, approval });
    sameAnswer(told.cashBackCents, back, `cash refunded of ${paper.label}`);
    tray.cash -= back;
    paper.backCents += back;
    world.tell(`refund ${told.label} of ${paper.label} ${back}`);
  }),
  correct: undone(async (world, counter, paper, tray) => {
    if (paper.backCents > 0 || paper.checks.length > 0 || paper.card > 0) return;
    const person = cashierOf(counter.series);
    const check = newCheck(world, paper.cents);
    const correction = { what: 'tender' as const, place: 0, to: asTender(check) };
    const asked = { label: paper.label, correction, reason: 'wrong_tender' as const };
    const { mark } = await counter.ask(person, 'correctionProposal', asked);
    const approval = await counter.approved(person, mark, COUNTS);
    const told = await tell(world, counter, person, 'correctReceipt', { ...asked, approval });
    tray.cash -= paper.cash;
    tray.checks.push(check);
    Object.assign(paper, { cash: 0, checks: [check], isCorrected: true });
    world.tell(`correct ${told.label} of ${paper.label}`);
  }),
  async drop(world: World) {
    const counter = anyCounter(world);
    const tray = openTrayAt(world.oracle, counter.series);
    if (!tray || tray.cash === 0) return;
    const pieces = breakdown(cents(1 + world.chance.below(tray.cash)));
    const told = await tell(world, counter, cashierOf(counter.series), 'dropCash', { drawer: tray.drawer, pieces });
    sameAnswer(told.cents, worthOf(pieces), `the drop ${told.handoff}`);
    tray.cash -= told.cents;
    tray.drops.push(told.cents);
    world.tell(`drop ${told.handoff} ${told.cents}`);
  },
  async reprint(world: World) {
    const counter = anyCounter(world);
    const paper = world.oracle.papers.filter(({ series }) => series === counter.series).at(-1);
    if (!paper) return;
    const person = cashierOf(counter.series);
    const { mark } = await counter.ask(person, 'reprintProposal', { label: paper.label });
    const approval = await counter.approved(person, mark, COUNTS);
    const { copy } = await tell(world, counter, person, 'reprintReceipt', { label: paper.label, approval });
    world.tell(`copy ${copy} of ${paper.label}`);
  },
  async close(world: World) {
    const counter = anyCounter(world);
    const tray = openTrayAt(world.oracle, counter.series);
    if (tray) await closed(world, counter, tray);
  },
  /** Whatever came down and whatever did not go up: each balance is what was billed − what was paid here and came down. */
  async look(world: World) {
    if (world.counters.length > 1) return;
    for (const counter of world.counters) await balancesAre(world, counter);
  },
  /** A command that was answered is told again, as after a lost answer: it says the same, and nothing is written. */
  async again(world: World) {
    const counter = anyCounter(world);
    const given = world.oracle.last.get(counter.series);
    if (!given) return;
    const reply = await counter.ask(given.person, given.name as 'takePayment', given.input as Input<'takePayment'>);
    sameAnswer(reply, given.reply, `${given.name} told again`);
    world.tell(`again ${given.name} at ${counter.series}`);
  },
};

export function anyCounter({ counters, chance }: World): Counter {
  return chance.pick(counters);
}

type Telling = typeof tell;

async function take(world: World, telling: Telling): Promise<void> {
  const { chance, oracle } = world;
  const counter = anyCounter(world);
  const tray = openTrayAt(oracle, counter.series) ?? (await opened(world, counter));
  const paid = { cash: 0, card: 0, checks: [] as Check[] };
  const amount = 1 + chance.below(9_000);
  if (chance.oneIn(3)) paid.card = 1 + chance.below(amount);
  if (chance.oneIn(3) && amount > paid.card) paid.checks.push(newCheck(world, 1 + chance.below(amount - paid.card)));
  paid.cash = amount - paid.card - paid.checks.reduce((sum, check) => sum + check.cents, 0);
  const change = paid.cash > 0 ? chance.below(500) : 0;
  const accountNumber = chance.pick(ACCOUNTS);
  const told = await telling(world, counter, cashierOf(counter.series), 'takePayment', {
    ...{ drawer: tray.drawer, lines: [{ kind: 'account', accountNumber, cents: amount }] },
    tenders: tendersOf(paid, change),
  });
  sameAnswer(told.changeCents, change, `the change of ${told.label}`);
  tray.cash += paid.cash;
  tray.card += paid.card;
  tray.checks.push(...paid.checks);
  const { series } = counter;
  oracle.papers.push({
    ...{ label: told.label, series, drawer: tray.drawer, accountNumber, cents: amount },
    ...{ ...paid, backCents: 0, isVoid: false, isCorrected: false },
  });
  world.tell(`take ${told.label} ${amount} on ${accountNumber}`);
}

function tendersOf(paid: { cash: number; card: number; checks: Check[] }, change: number) {
  const card = {
    kind: 'card' as const,
    cents: paid.card,
    brand: 'visa' as const,
    lastFour: '8841',
    approvalCode: '04417B',
  };
  return [
    ...(paid.card > 0 ? [card] : []),
    ...paid.checks.map(asTender),
    ...(paid.cash > 0 ? [{ kind: 'cash' as const, cents: paid.cash + change }] : []),
  ];
}

function newCheck({ oracle }: World, amount: number): Check {
  const checkNumber = String(oracle.nextCheck);
  oracle.nextCheck += 1;
  return { checkNumber, cents: amount };
}

const asTender = ({ checkNumber, cents: amount }: Check) => ({
  ...{ kind: 'check' as const, cents: amount, checkNumber, routing: '021000021', bankAccount: '4000123412' },
});

async function opened(world: World, counter: Counter): Promise<Tray> {
  const person = cashierOf(counter.series);
  const now = world.clock.now() + counter.skewMs;
  const opening = {
    businessDay: dayOf(now, 'America/Los_Angeles'),
    float: breakdown(cents(world.chance.below(40_000))),
  };
  const { drawer } = await tell(world, counter, person, 'openDrawer', opening);
  const floatCents = worthOf(opening.float);
  const tray: Tray = {
    ...{ drawer, series: counter.series, floatCents, cash: floatCents, checks: [], card: 0, drops: [] },
    ...{ isOpen: true, given: null },
  };
  world.oracle.trays.push(tray);
  world.tell(`open ${drawer} with ${floatCents}`);
  return tray;
}

/** An undoing of a receipt of the drawer that is open. */
function undone(run: (world: World, counter: Counter, paper: Paper, tray: Tray) => Promise<void>) {
  return async (world: World): Promise<void> => {
    const counter = anyCounter(world);
    const tray = openTrayAt(world.oracle, counter.series);
    if (!tray || tray.cash <= 0) return;
    const mine = world.oracle.papers.filter(
      (paper) =>
        paper.drawer === tray.drawer &&
        !paper.isVoid &&
        !paper.isCorrected &&
        paper.backCents === 0 &&
        paper.cash <= tray.cash,
    );
    if (mine.length > 0) await run(world, counter, world.chance.pick(mine), tray);
  };
}

/** Counts what lies there, give or take a little, and closes. The machine must expect what the oracle knows. */
export async function closed(world: World, counter: Counter, tray: Tray): Promise<void> {
  const { chance } = world;
  const person = cashierOf(counter.series);
  const off = Math.max(chance.pick([0, 0, 5, -5, 2_000]), -tray.cash);
  await tell(world, counter, person, 'startCount', { drawer: tray.drawer });
  const checks = tray.checks.map(({ checkNumber, cents: amount }) => ({ checkNumber, cents: amount }));
  const count = { cash: breakdown(cents(tray.cash + off)), checks, moneyOrders: [], cardTotalCents: tray.card };
  await tell(world, counter, person, 'submitCount', { drawer: tray.drawer, count });
  const seen = await counter.ask(person, 'comparison', { drawer: tray.drawer });
  const worth = checks.reduce((sum, check) => sum + check.cents, 0);
  sameAnswer(
    seen.comparison.tenders.map((tender) => tender.expectedCents),
    [tray.cash, worth, 0, tray.card],
    `what ${tray.drawer} must hold`,
  );
  const why = seen.demand === 'nothing' ? {} : { reason: 'A roll of coins too much' };
  const { mark } = await counter.ask(person, 'comparison', { drawer: tray.drawer, ...why });
  const yes = seen.demand === 'approval' ? { approval: await counter.approved(person, mark, COUNTS) } : {};
  const told: Output<'closeDrawer'> = await tell(world, counter, person, 'closeDrawer', {
    ...{ drawer: tray.drawer, countNumber: seen.countNumber },
    ...{ ...why, ...yes },
  });
  sameAnswer(told.overShortCents, off, `over or short of ${tray.drawer}`);
  tray.isOpen = false;
  tray.given = { cash: seen.toBatchCashCents, float: seen.floatReturnedCents, checks };
  world.tell(`close ${tray.drawer} ${told.z} ${told.grandTotalCents}`);
}

/** Each account owes what was billed − what was paid and not given back, on a station's screen. */
export async function balancesAre(world: World, counter: Counter): Promise<void> {
  for (const [accountNumber, billed] of BILLED) {
    const { balanceCents } = await counter.ask(APPROVES, 'account', { accountNumber });
    sameAnswer(balanceCents, billed - paidOn(world.oracle, accountNumber), `${accountNumber} at ${counter.series}`);
  }
}
