import type { StationCommand } from '#contract/contract';
import { MIGRATIONS } from '#db/station/migrate';
import type { Chance } from '#test/support/chance';
import { EVERY_COMMAND } from './everyTurn.ts';
import { type Lives, quietLife } from './lives.ts';

/** One way to die: at a step of a command, in a migration, or at any moment. */
export type Death =
  | { at: 'step'; command: StationCommand; step: number }
  | { at: 'moment'; commands: StationCommand[]; after: number; milliseconds: number }
  | { at: 'migration'; number: number; step: number };

/** A migration's steps: opened, each statement and row, before and after its commit; what is beyond its end is the next one's. */
const STEPS_OF_MIGRATION = 6;

/** Lives one life in which each command is told, and answers how many steps each of them has. */
export async function stepsOfCommands(
  lives: Lives,
  folder: string,
  printerPort: number,
): Promise<Map<StationCommand, string[]>> {
  const steps = new Map<StationCommand, string[]>();
  let of: string[] = [];
  const plan = { ...quietLife(folder), commands: EVERY_COMMAND, isListing: true, printerPort };
  const { by, log } = await lives.live(plan, (said) => {
    if (said.says === 'step') of.push(said.step);
    if (said.says !== 'telling') return;
    of = [];
    steps.set(said.name, of);
  });
  if (by !== 0) throw new Error(`the station that lists its steps ended with ${by}: ${log}`);
  return steps;
}

/** Every death at those steps of commands that are asked for, in an order that the seed decides. */
export function deathsAtSteps(
  steps: Map<StationCommand, string[]>,
  isAsked: (step: string) => boolean,
  chance: Chance,
): Death[] {
  const all = [...steps].flatMap(([command, names]) =>
    names.flatMap((name, step): Death[] => (isAsked(name) ? [{ at: 'step', command, step }] : [])),
  );
  return shuffled(all, chance);
}

/** Every death in a migration. */
export function deathsInMigrations(chance: Chance): Death[] {
  const all = MIGRATIONS.flatMap(({ number }) =>
    Array.from({ length: STEPS_OF_MIGRATION }, (_, step): Death => ({ at: 'migration', number, step })),
  );
  return shuffled(all, chance);
}

/** A death at any moment of some commands. */
export function deathAtMoment(chance: Chance): Death {
  const commands = Array.from({ length: 4 }, () => chance.pick(EVERY_COMMAND));
  return { at: 'moment', commands, after: chance.below(20), milliseconds: chance.below(40) };
}

function shuffled<T>(all: T[], chance: Chance): T[] {
  return all
    .map((one) => ({ one, lot: chance.below(1_000_000_000) }))
    .sort((left, right) => left.lot - right.lot)
    .map(({ one }) => one);
}
