import type { CommandName, Input } from '#contract/contract';
import { breakdown } from '#domain/denominations';
import { cents } from '#domain/money';
import type { Counter } from './counter.ts';
import { NotDone } from './counter.ts';
import { APPROVES, COUNTS, FINANCE } from './district.ts';
import type { Given, Tray } from './oracle.ts';
import { anyCounter } from './stepsAtCounter.ts';
import { isUnknown } from './tell.ts';
import { sameAnswer } from './violation.ts';
import type { World } from './world.ts';

/* What the office does at some station's screen. A call whose answer is lost is told again until it is answered. */

export const officeWork = {
  async count(world: World) {
    const waiting = world.oracle.trays.filter(({ isOpen }) => !isOpen);
    if (waiting.length > 0) await counted(world, anyCounter(world), world.chance.pick(waiting));
  },
  async approve(world: World) {
    const closed = world.oracle.trays.filter(({ isOpen }) => !isOpen);
    if (closed.length > 0) await approved(world, anyCounter(world), world.chance.pick(closed));
  },
  async deposit(world: World) {
    await deposited(world, anyCounter(world));
  },
};

const batchOf = ({ drawer }: Tray) => drawer.replace('-D', '-B');

/** Counts all that a drawer handed over, as it lies there. */
async function counted(world: World, counter: Counter, tray: Tray): Promise<void> {
  const batch = await seen(() => counter.ask(COUNTS, 'batch', { batch: batchOf(tray) }));
  if (!batch) return;
  const waiting = batch.handoffs.filter(({ state }) => state === 'waiting').map(({ handoff }) => handoff);
  const parts = waiting.flatMap((handoff) => partOf(tray, handoff) ?? []);
  if (parts.length === 0) return;
  const told = await atOffice(world, counter, COUNTS, 'countHandoffs', { parts });
  for (const { handoff, givenCents, countedCents } of told?.parts ?? [])
    sameAnswer(givenCents, countedCents, `what was given as ${handoff}`);
  world.tell(`count ${tray.drawer}: ${told ? told.parts.length : 'no answer'}`);
}

/** What lies there under the name of a handoff; nothing where it is not known here. */
function partOf({ drawer, given, floatCents, drops }: Tray, handoff: string) {
  const kind = handoff.slice(drawer.length + 1);
  const cash = (amount: number) => ({ handoff, pieces: breakdown(cents(amount)) });
  if (kind === 'float') return cash(floatCents);
  const drop = /^drop-(\d+)$/.exec(kind)?.[1];
  if (drop !== undefined) return cash(drops[Number(drop) - 1] ?? 0);
  if (given === null) return null;
  if (kind === 'cash') return cash(given.cash);
  if (kind === 'float-return') return cash(given.float);
  const worth = given.checks.reduce((sum, check) => sum + check.cents, 0);
  if (kind === 'check') return { handoff, items: given.checks.length, cents: worth };
  return null;
}

async function approved(world: World, counter: Counter, tray: Tray): Promise<void> {
  const batch = batchOf(tray);
  const found = await seen(() => counter.ask(APPROVES, 'batch', { batch }));
  if (found?.state !== 'balanced' || found.mark === null) return;
  const told = await atOffice(world, counter, APPROVES, 'approveBatch', { batch, mark: found.mark });
  world.tell(`approve ${batch}: ${told?.state ?? 'no answer'}`);
}

/** All that waits goes into one bag, counted first by finance. */
async function deposited(world: World, counter: Counter): Promise<void> {
  const there = await seen(() => counter.ask(FINANCE, 'depositable', {}));
  if (!there || there.batches.length === 0) return;
  const batches = there.batches.map(({ batch }) => batch);
  const trays = world.oracle.trays.filter((tray) => batches.includes(batchOf(tray)));
  const cash = trays.reduce(
    (sum, { given, drops }) => sum + (given?.cash ?? 0) + drops.reduce((all, one) => all + one, 0),
    0,
  );
  const checks = there.batches.flatMap((one) => one.checks.map(({ account: _, ...check }) => check));
  const bag = `QB ${world.chance.id().slice(0, 8)}`;
  const told = await atOffice(world, counter, FINANCE, 'prepareDeposit', {
    ...{ bankAccount: 'operating', batches, pieces: breakdown(cents(cash)), checks, bag, seal: `S ${bag}` },
  });
  world.tell(`deposit ${told?.deposit ?? 'no answer'} ${told?.totalCents ?? ''}`);
}

/** What a query of the office tells; null where nobody answered. */
async function seen<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch (error) {
    if (isUnknown(error) || (error instanceof NotDone && error.code === 'batch_unknown')) return null;
    throw error;
  }
}

/** A command of the office. Where its answer is lost it waits to be told again; null then, and where it came too late. */
async function atOffice<N extends CommandName>(
  world: World,
  counter: Counter,
  person: string,
  name: N,
  about: Omit<Input<N>, 'commandId'>,
) {
  const input = { commandId: world.chance.id(), ...about } as unknown as Input<N> & { commandId: string };
  try {
    return await counter.ask(person, name, input);
  } catch (error) {
    if (!isUnknown(error)) {
      world.tell(`${name} is refused: ${error instanceof NotDone ? error.code : error}`);
      if (error instanceof NotDone) return null;
      throw error;
    }
    world.oracle.unknown.push({ series: counter.series, person, name, input });
    return null;
  }
}

/** Tells again what nobody answered: it is done once, or was done, or is refused because its time is over. */
export async function tellUnknown(world: World): Promise<void> {
  for (const given of world.oracle.unknown.splice(0)) await again(world, given);
}

async function again({ counters, tell }: World, { series, person, name, input }: Given): Promise<void> {
  const counter = counters.find((one) => one.series === series);
  const ask = () => counter?.ask(person, name as CommandName, input as Input<CommandName>);
  try {
    const reply = await ask();
    sameAnswer(await ask(), reply, `${name} told a third time`);
    tell(`${name} is answered at last`);
  } catch (error) {
    if (!(error instanceof NotDone) || isUnknown(error)) throw error;
    tell(`${name} is refused at last: ${error.code}`);
  }
}
