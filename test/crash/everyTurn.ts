import { randomBytes, randomInt } from 'node:crypto';
import type { Answer, Door } from '#contract/answer';
import type { CallName, Input, Output, StationCommand } from '#contract/contract';
import { dayAfter, dayOf } from '#domain/businessDay';
import { ORDERED_ID_BYTES, orderedId } from '#domain/orderedId';
import { COMMANDS, tellersOf } from '#test/support/everyCommand';
import { PINS, POLICY } from '#test/support/quarryBay';
import type { Caller } from '#test/support/station';
import { yesTo } from '#test/support/undoing';

/** What was meant, before it is told: with this a parent can ask again after a death. */
export type Meant = { person: string; name: StationCommand; input: { commandId: string } };

/** Who hears what happens at the counter. */
export type Witness = {
  meant(about: Meant): void;
  answered(commandId: string, answer: Answer<unknown>): void;
};

/** Every command of the station, in an order that never changes. */
export const EVERY_COMMAND = Object.keys(COMMANDS).sort() as StationCommand[];

const CASHIER = 'm.ortiz';

/** People at the counter of one station. */
export type People = {
  /** Somebody who has signed in, at a door of her own. */
  at(person: string): Promise<Caller>;
  /** Clears the counter and does all that a command needs done before it; `tell` then tells it. */
  prepare(name: StationCommand): Promise<{ tell(): Promise<unknown> }>;
  /** Closes whatever drawer the cashier has open. */
  clear(): Promise<void>;
};

/**
 * Seats people at a station, as many as are needed. What they tell they tell as of today, and with a check number that no
 * earlier turn used.
 */
export function peopleAt(connect: () => Door, witness: Witness, now: () => number): People {
  const seated = new Map<string, Promise<Caller>>();
  let checkNumber = newCheckNumber();
  const ofToday = (input: unknown) => translated(input, now(), checkNumber);
  const people: People = {
    at(person) {
      const known = seated.get(person) ?? seat(person, connect(), witness, ofToday);
      seated.set(person, known);
      return known;
    },
    async prepare(name) {
      const ortiz = await people.at(CASHIER);
      await people.clear();
      checkNumber = newCheckNumber();
      const input = await COMMANDS[name]({ station: undefined as never, ortiz });
      const teller = await people.at(tellersOf(name)[0]);
      return { tell: () => teller.tell(name, input as never) };
    },
    clear: async () => clearCounter(await people.at(CASHIER)),
  };
  return people;
}

async function seat(
  person: string,
  door: Door,
  witness: Witness,
  ofToday: (input: unknown) => unknown,
): Promise<Caller> {
  const ask = async <N extends CallName>(name: N, input: Input<N>): Promise<Output<N>> => {
    const told = ofToday(input) as { commandId?: string };
    const commandId = told.commandId ?? null;
    if (commandId !== null) witness.meant({ person, name: name as StationCommand, input: { ...told, commandId } });
    const answer = (await door.call(name, told)) as Answer<Output<N>>;
    if (commandId !== null) witness.answered(commandId, answer);
    if (!answer.ok) throw new Error(`${name}: ${'refusal' in answer ? answer.refusal.sentence : answer.failure}`);
    return answer.value;
  };
  await ask('signIn', { person, pin: PINS.get(person) ?? '' });
  return {
    door,
    ask,
    tell: (name, input) => ask(name, { commandId: newCommandId(), ...input } as never),
    refused: () => Promise.reject(new Error('nothing here is meant to be refused')),
  };
}

/** Whatever the cashier has under way ends in a closed drawer. */
async function clearCounter(ortiz: Caller): Promise<void> {
  const open = await unparked(ortiz);
  if (!open) return;
  const { drawer, state } = open;
  if (state === 'open') {
    const { suspensions } = await ortiz.ask('suspensions', {});
    for (const { label } of suspensions) await ortiz.tell('dropSuspension', { drawer, label });
    await ortiz.tell('startCount', { drawer });
  }
  const count = { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 };
  if (state !== 'counted') await ortiz.tell('submitCount', { drawer, count });
  const reason = 'The tray was empty';
  const { mark, countNumber, demand } = await ortiz.ask('comparison', { drawer, reason });
  const approval = demand === 'approval' ? { approval: await yesTo(ortiz, mark) } : {};
  await ortiz.tell('closeDrawer', { drawer, countNumber, reason, ...approval });
}

async function unparked(ortiz: Caller) {
  const { drawer } = await ortiz.ask('station', {});
  if (drawer?.state === 'parked') await ortiz.tell('unparkDrawer', { drawer: drawer.drawer });
  return (await ortiz.ask('station', {})).drawer;
}

const newCommandId = () => orderedId(Date.now(), randomBytes(ORDERED_ID_BYTES));
const newCheckNumber = () => String(randomInt(1_000_000, 10_000_000));

function translated(input: unknown, now: number, checkNumber: string): unknown {
  const today = dayOf(now, POLICY.timeZone);
  const said = JSON.stringify(input)
    .replaceAll('"2026-11-23"', `"${today}"`)
    .replaceAll('"2026-11-22"', `"${dayAfter(today, -1)}"`)
    .replaceAll('"1187"', `"${checkNumber}"`);
  return JSON.parse(said);
}
