import { Worker } from 'node:worker_threads';
import { PlainTrouble } from '#main/trouble';
import type { Asked, TwinHand } from './hand.ts';

type Answer = { id: number; value?: unknown; error?: { code: string; message: string } };
type Waiting = { resolve: (value: unknown) => void; reject: (error: Error) => void };

/**
 * A hand in a thread of its own, which is begun at the first question and never keeps the program from ending.
 * @param script path of the built `twinWorker`
 */
export function threadHand(script: string): TwinHand {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let last = 0;
  function begin(): Worker {
    const begun = new Worker(script);
    begun.unref();
    begun.on('message', ({ id, value, error }: Answer) => {
      const one = waiting.get(id);
      waiting.delete(id);
      if (error) one?.reject(errorOf(error));
      else one?.resolve(value);
    });
    const broken = (error: Error) => {
      for (const one of waiting.values()) one.reject(error);
      waiting.clear();
      worker = null;
    };
    begun.on('error', broken);
    begun.on('exit', () => broken(new Error('the thread of the twin ended')));
    return begun;
  }
  return {
    ask(asked: Asked) {
      worker ??= begin();
      last += 1;
      worker.postMessage({ ...asked, id: last });
      return new Promise((resolve, reject) => waiting.set(last, { resolve, reject }));
    },
    async close() {
      // One that hangs in its folder ends with the program.
      const ended = worker?.terminate();
      worker = null;
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, 500).unref())]);
    },
  };
}

function errorOf({ code, message }: NonNullable<Answer['error']>): Error {
  return code === '' ? new PlainTrouble(message) : Object.assign(new Error(message), { code });
}
