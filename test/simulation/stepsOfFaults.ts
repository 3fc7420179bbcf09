import type { Fate } from './line.ts';
import { anyCounter } from './stepsAtCounter.ts';
import type { World } from './world.ts';

/* What the world does to machines and lines. */

const FATES: readonly Fate[] = [
  ...(['deliver', 'deliver', 'deliver', 'deliver'] as const),
  ...(['lose-request', 'lose-answer', 'deliver-twice', 'answer-broken', 'portal', 'server-error'] as const),
  ...(['service-dies', 'service-dies-midway'] as const),
];

export const faults = {
  /** A message that waits meets its fate. */
  async message({ lines, chance, tell }: World) {
    const held = lines.held();
    if (held.length === 0) return;
    const from = chance.pick(held);
    const fate = chance.pick(FATES);
    await lines.next(from, fate);
    tell(`message of ${from}: ${fate}`);
  },
  async line(world: World) {
    const { series } = anyCounter(world);
    const mode = world.chance.pick(['held', 'held', 'open', 'cut'] as const);
    world.lines.set(series, mode);
    world.tell(`line of ${series}: ${mode}`);
  },
  async late({ lines, tell }: World) {
    if (lines.stragglers.length === 0) return;
    await lines.late();
    tell('a late message');
  },
  async time({ clock, chance, tell }: World) {
    const seconds = chance.oneIn(10) ? 3_600 * (1 + chance.below(10)) : 1 + chance.below(15);
    clock.advance(seconds * 1_000);
    tell(`${seconds} s`);
  },
  async crash(world: World) {
    const counter = anyCounter(world);
    await counter.crash();
    world.crashes += 1;
    world.tell(`crash of ${counter.series}`);
  },
  /** One file of a station is damaged while its program is dead. */
  async damage(world: World) {
    const counter = anyCounter(world);
    await counter.crash('second copy gone');
    world.crashes += 1;
    world.tell(`crash of ${counter.series}, its second copy gone`);
  },
  async service({ centre, chance, tell }: World) {
    centre.killService(chance.below(8));
    tell('a service begins anew');
  },
  async backUp({ centre, tell }: World) {
    await centre.backUp();
    tell('the ledger is backed up');
  },
  /** The ledger is restored behind its stations: it hears from its own mark on, and what the office did since is gone. */
  async restore(world: World) {
    if (!(await world.centre.restore())) return;
    world.isRestored = true;
    world.tell('the ledger is restored');
  },
  /** A clock is put wrong, or right again. */
  async clock(world: World) {
    const counter = anyCounter(world);
    counter.skewMs = world.chance.pick([0, 3_600_000, -3_600_000, 30 * 86_400_000, -30 * 86_400_000]);
    world.tell(`clock of ${counter.series} is off by ${counter.skewMs}`);
  },
};
