import { randomUUID } from 'node:crypto';
import type { CallName, CommandName, Input, Output } from '#contract/contract';
import { PINS } from './quarryBay.ts';
import type { Caller, LedgerEdge, TestStation } from './station.ts';

/* Who acts in a day at the counter, and what its lines have called by name so far. */

const PEOPLE = new Map([...PINS.keys()].map((person) => [person.slice(2), person]));

/** The accounts of a day by their names. */
export const ACCOUNTS = {
  Hale: '40-11872-03',
  Nguyen: '40-12093-01',
  Ivanov: '40-12100-02',
  Cannery: '40-20001-01',
} as const;

/** What the lines of a day have called by name so far. */
export type Day<L extends LedgerEdge = LedgerEdge> = {
  station: TestStation<L>;
  receipts: Map<string, { label: string; drawer: string }>;
  suspensions: Map<string, { label: string; drawer: string }>;
  drawers: Map<string, { drawer: string; cashier: string }>;
  callers: Map<string, Caller>;
};

/** As {@link Caller.tell}; the reply of a replay is checked too: the same id answers the same and writes nothing. */
export async function tell<N extends CommandName>(
  caller: Caller,
  name: N,
  input: Omit<Input<N>, 'commandId'>,
): Promise<Output<N>> {
  const command = { commandId: randomUUID(), ...input } as unknown as Input<N & CallName>;
  const reply = await caller.ask(name, command);
  expect(await caller.ask(name, command)).toEqual(reply);
  return reply;
}

export async function callerOf(today: Day, person: string): Promise<Caller> {
  const there = today.callers.get(person);
  if (there) return there;
  const caller = await today.station.signedIn(person);
  today.callers.set(person, caller);
  return caller;
}

/** A second person's yes to a mark, by default a supervisor's. */
export async function approved(caller: Caller, mark: string, person = 'j.whitebear'): Promise<string> {
  return (await caller.ask('approve', { mark, person, pin: PINS.get(person) ?? '' })).approval;
}

export function personOf(name: string): string {
  return known(PEOPLE, name.toLowerCase());
}

export function known<T>(from: ReadonlyMap<string, T>, name: string): T {
  const there = from.get(name);
  if (there === undefined) throw new Error(`nothing is called ${name}`);
  return there;
}

export function lastOf(from: ReadonlyMap<string, unknown>): string {
  return [...from.keys()].at(-1) ?? '';
}

/** Does what a line is about, and says what came of it. */
export type Verb = (today: Day, about: string[]) => Promise<string>;
