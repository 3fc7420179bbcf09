import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Output } from '#contract/contract';
import { PINS } from '#test/support/quarryBay';
import type { BenchStation } from './benchStation.ts';
import { median } from './measures.ts';

/** How often each call is made. */
export const TIMES = 7;
/** Time for what a call sets off: printing, the link, announcements. */
const AFTER_MS = 40;
export const SUPERVISOR = 'j.whitebear';

/** Watches how long calls hold up the event loop. */
export type Watch = {
  /** Makes a call several times and keeps the median of the longest stall of each. Answers the last answer. */
  over<T>(name: string, ask: (time: number) => Promise<T>, times?: number): Promise<T>;
  worstFirst(): { name: string; ms: number }[];
};

export function watching(): Watch {
  const stalls = new Map<string, number>();
  return {
    async over(name, ask, times = TIMES) {
      const longest: number[] = [];
      const answers: Awaited<ReturnType<typeof ask>>[] = [];
      for (let time = 0; time < times; time++)
        longest.push(await longestStall(async () => answers.push(await ask(time))));
      stalls.set(name, median(longest));
      return answers.at(-1) as Awaited<ReturnType<typeof ask>>;
    },
    worstFirst: () => [...stalls].map(([name, ms]) => ({ name, ms })).sort((left, right) => right.ms - left.ms),
  };
}

/** How long the event loop stands still while something runs and shortly after, in milliseconds. */
async function longestStall(run: () => Promise<unknown>): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  // The first turn of its timer is not a delay yet.
  await sleep(2);
  delay.reset();
  await run();
  await sleep(AFTER_MS);
  delay.disable();
  return delay.max / 1e6;
}

/** A supervisor's yes to a mark. */
export function approved({ ask }: BenchStation, mark: string): Promise<Output<'approve'>> {
  return ask('approve', { mark, person: SUPERVISOR, pin: PINS.get(SUPERVISOR) ?? '' });
}
