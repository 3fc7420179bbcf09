import type { CommandName, Input, Output } from '#contract/contract';
import { type Counter, NotDone } from './counter.ts';
import { sameAnswer } from './violation.ts';
import type { World } from './world.ts';

/** Refusals that say nothing of what became of a call: nobody knows whether it was done. */
const UNKNOWN = new Set(['office_offline', 'office_failed', 'office_unread']);

export const isUnknown = (error: unknown): boolean => error instanceof NotDone && UNKNOWN.has(error.code);

/** Gives a command at a station, with an id made from chance. */
export async function tell<N extends CommandName>(
  world: World,
  counter: Counter,
  person: string,
  name: N,
  about: Omit<Input<N>, 'commandId'>,
): Promise<Output<N>> {
  const { chance, oracle } = world;
  const input = { commandId: chance.id(), ...about } as unknown as Input<N> & { commandId: string };
  const given = { series: counter.series, person, name, input };
  const reply = await counter.ask(person, name, input);
  oracle.last.set(counter.series, { ...given, reply });
  return reply;
}

/**
 * Gives a command and kills the program before it can answer, or just after. The same command is then given again, as whoever
 * waits for an answer would do, and must be answered as one.
 */
export async function tellThroughDeath<N extends CommandName>(
  world: World,
  counter: Counter,
  person: string,
  name: N,
  about: Omit<Input<N>, 'commandId'>,
): Promise<Output<N>> {
  const { chance } = world;
  const input = { commandId: chance.id(), ...about } as unknown as Input<N> & { commandId: string };
  let first: Output<N> | undefined;
  const asked = counter.ask(person, name, input).then(
    (reply) => {
      first = reply;
    },
    () => {},
  );
  for (let turns = chance.below(4); turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
  const told = first;
  await counter.crash();
  world.crashes += 1;
  await asked;
  const again = await counter.ask(person, name, input);
  if (told !== undefined) sameAnswer(again, told, `${name} after a crash`);
  sameAnswer(await counter.ask(person, name, input), again, `${name} told a third time`);
  return again;
}
