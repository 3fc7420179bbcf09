import { readSync, writeSync } from 'node:fs';
import type { Answer } from '#contract/answer';
import type { StationCommand } from '#contract/contract';
import type { Meant } from './everyTurn.ts';

/*
 * A station at work, a real process on a real folder, that dies where it is told to: no code of it runs any more. It is
 * given one line of JSON on standard input, and says all it does on standard output, synchronously, so that nothing that
 * was said is lost with it.
 *
 *   node test/crash/stationAtWork.ts < plan
 */

/** What one life does. */
export type LifePlan = {
  folder: string;
  /** What earlier lives told, to be asked again first. */
  again: Meant[];
  /** Commands to tell, each with all it needs before. */
  commands: StationCommand[];
  /** Dies at the so-manieth step of the last of the commands, from 0; null to live on, or to die by another's hand. */
  deathAt: number | null;
  /** Steps count from the very start, so that it may die while its database is opened. */
  diesInStart: boolean;
  /** Goes on where a command is refused. */
  isHardy: boolean;
  /** Says each step of each command. */
  isListing: boolean;
  /** Port of an ESC/POS printer on this machine; null for paper on the screen. */
  printerPort: number | null;
  /** Whether there is a ledger to talk to. */
  hasLedger: boolean;
  /** Waits at the end until the ledger has everything. */
  drains: boolean;
  /** Before each command (ms). */
  pauseMs: number;
  /** Added to the clock (ms). */
  clockAhead: number;
};

/** One line of what a life says. */
export type Said =
  | { says: 'meant'; about: Meant }
  | { says: 'answered' | 'again'; commandId: string; answer: Answer<unknown> }
  | { says: 'telling'; name: StationCommand }
  | { says: 'step'; step: string }
  | { says: 'uncaused'; what: string }
  | { says: 'refused to start'; why: string }
  | { says: 'at work' | 'it works' | 'it does not work' | 'at rest' };

const say = (said: Said) => void writeSync(1, `${JSON.stringify(said)}\n`);

// Loaded before the plan is there, so that the next life is ready when the last one ends.
const { liveOn } = await import('./liveOn.ts');
const plan = JSON.parse(lineFromInput()) as LifePlan;

let stepsLeft: number | null = plan.diesInStart ? (plan.deathAt ?? 0) : null;
/** Told by everything that is wrapped; the plan says at which one this process dies. */
function atStep(step: string): void {
  if (stepsLeft === null) return;
  if (plan.isListing) say({ says: 'step', step });
  if (plan.deathAt === null) return;
  if (stepsLeft === 0) {
    say({ says: 'step', step });
    process.kill(process.pid, 'SIGKILL');
  }
  stepsLeft -= 1;
}

await liveOn(plan, say, atStep, (counts) => {
  stepsLeft = counts ? (plan.deathAt ?? 0) : null;
});
process.exit(0);

function lineFromInput(): string {
  const bytes = Buffer.alloc(65_536);
  let text = '';
  while (!text.includes('\n')) {
    const read = readSync(0, bytes);
    if (read === 0) process.exit(0);
    text += bytes.toString('utf8', 0, read);
  }
  return text;
}
