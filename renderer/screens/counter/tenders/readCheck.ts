import { readMicr } from '#formats/micr';
import type { Send } from '../useCounter.ts';

/** A check's magnetic line goes to a check, and says so; anything else was meant for the search. */
export function readCheck(text: string, send: Send): boolean {
  const line = readMicr(text);
  if (line) send({ did: 'readCheck', line });
  return line !== null;
}
