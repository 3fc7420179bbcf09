import type { TwinFile } from './twinFile.ts';

/*
 * Who does the file work of a twin: this thread, where it lies beside the database and may not be slower than that, or
 * another one, where it lies on a disk or in a folder that may hang. What is to be done is written once, as steps.
 */

type Calls = Pick<TwinFile, 'open' | 'append' | 'find' | 'read' | 'setAside' | 'close'>;
export type TwinCall = keyof Calls;

/** One thing to be done at the file. Plain data: it may go to another thread. */
export type Asked = { call: TwinCall; args: unknown[] };

/** What is done step by step, and what comes of it. */
export type Steps<T> = Generator<Asked, T, unknown>;

/** Whoever answers from another thread. */
export type TwinHand = {
  ask(asked: Asked): Promise<unknown>;
  close(): Promise<void>;
};

/** One step. */
export function* ask<C extends TwinCall>(call: C, ...args: Parameters<Calls[C]>): Steps<ReturnType<Calls[C]>> {
  return (yield { call, args }) as ReturnType<Calls[C]>;
}

/** Does one thing at a file. */
export function doAt(file: TwinFile, { call, args }: Asked): unknown {
  return (file[call] as (...args: unknown[]) => unknown).apply(file, args);
}

/** Takes all steps at once, in this thread. */
export function takeHere<T>(file: TwinFile, steps: Steps<T>): T {
  let step = steps.next();
  while (!step.done) {
    try {
      step = steps.next(doAt(file, step.value));
    } catch (error) {
      step = steps.throw(error);
    }
  }
  return step.value;
}

/** Takes them by another thread's hand. */
export async function takeThere<T>(hand: TwinHand, steps: Steps<T>): Promise<T> {
  let step = steps.next();
  while (!step.done) {
    try {
      step = steps.next(await hand.ask(step.value));
    } catch (error) {
      step = steps.throw(error);
    }
  }
  return step.value;
}
