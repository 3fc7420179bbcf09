import { parentPort } from 'node:worker_threads';
import { type Asked, doAt } from './hand.ts';
import { TwinFile } from './twinFile.ts';

/* The thread that works at a twin which may hang. It answers in the order in which it is asked. */

const file = new TwinFile();

parentPort?.on('message', (asked: Asked & { id: number }) => {
  try {
    parentPort?.postMessage({ id: asked.id, value: doAt(file, asked) });
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    parentPort?.postMessage({ id: asked.id, error: { code: code ?? '', message } });
  }
});
