import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Answer } from '#contract/answer';
import type { Meant } from './everyTurn.ts';
import type { Said } from './stationAtWork.ts';

/** What was meant at a counter, and what was answered; null while nobody knows. */
export type Known = { about: Meant; answer: Answer<unknown> | null };

/** Faults that a check found, in words. */
export type Faults = { lost: string[]; doubled: string[]; other: string[] };

/** Who outlives every station: it keeps on disk what was meant and what was answered, and asks the next life for it. */
export type Oracle = {
  known: Map<string, Known>;
  hear(said: Said): void;
  /** What the next life is to be asked again: all that nobody answered yet, and the latest of what was. */
  toAskAgain(): Meant[];
  faults: Faults;
  close(): void;
};

/** How many of the answered commands each new life is asked again. */
const ASKED_AGAIN = 10;

/** @param file where it is written down, line by line, each on disk before anything else happens */
export function oracleIn(file: string): Oracle {
  const kept = openSync(file, 'a');
  const known = new Map<string, Known>();
  const faults: Faults = { lost: [], doubled: [], other: [] };
  return {
    known,
    faults,
    hear(said) {
      if (said.says !== 'meant' && said.says !== 'answered' && said.says !== 'again' && said.says !== 'uncaused')
        return;
      writeSync(kept, `${JSON.stringify(said)}\n`);
      fdatasyncSync(kept);
      if (said.says === 'meant') known.set(said.about.input.commandId, { about: said.about, answer: null });
      else if (said.says === 'uncaused') faults.other.push(said.what);
      else learn(known, faults, said);
    },
    toAskAgain() {
      const all = [...known.values()].filter(({ answer }) => answer === null || answer.ok);
      return [
        ...all.filter(({ answer }) => answer === null),
        ...all.slice(-ASKED_AGAIN).filter(({ answer }) => answer),
      ].map(({ about }) => about);
    },
    close: () => closeSync(kept),
  };
}

/** An answer is for good: whoever asks again is told the same. */
function learn(known: Map<string, Known>, faults: Faults, said: { commandId: string; answer: Answer<unknown> }): void {
  const one = known.get(said.commandId);
  if (!one) return void faults.other.push(`an answer to what nobody meant: ${said.commandId}`);
  const before = one.answer;
  if (before?.ok && !said.answer.ok)
    faults.lost.push(`${one.about.name} was answered, and is refused now: ${JSON.stringify(said.answer)}`);
  else if (before?.ok && !isDeepStrictEqual(before, said.answer))
    faults.other.push(
      `${one.about.name} was answered ${JSON.stringify(before)}, and now ${JSON.stringify(said.answer)}`,
    );
  if (!said.answer.ok && 'failure' in said.answer)
    faults.other.push(`${one.about.name} failed: ${said.answer.failure}`);
  if (before === null) one.answer = said.answer;
}
