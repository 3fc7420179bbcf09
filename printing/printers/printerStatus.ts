import type { PrinterState } from './printer.ts';

/** Asks in real time for the printer's state, the cause of its being offline, and the paper roll: DLE EOT 1, 2 and 4. */
export const ASK_STATUS: Uint8Array = Uint8Array.of(0x10, 0x04, 0x01, 0x10, 0x04, 0x02, 0x10, 0x04, 0x04);

/** One byte for each question. */
export const STATUS_BYTES = 3;

/**
 * Asks for the paper sensor, GS r 1. Not in real time: a printer answers when it gets there, so an answer at the end of
 * a slip says that everything before it was worked off.
 */
export const ASK_AT_THE_END: Uint8Array = Uint8Array.of(0x1d, 0x72, 0x01);

/** What the three answers to {@link ASK_STATUS} say. No answer, or bytes that no printer answers with: `unreachable`. */
export function stateOf(answers: readonly number[]): PrinterState {
  const [printer = 0, cause = 0, paper = 0] = answers;
  // In every answer bits 1 and 4 are set, bits 0 and 7 are not.
  if (answers.length !== STATUS_BYTES || !answers.every((byte) => (byte & 0x93) === 0x12)) return 'unreachable';
  if (cause & 0x04) return 'cover_open';
  if (cause & 0x20 || paper & 0x60) return 'no_paper';
  return printer & 0x08 || cause & 0x40 ? 'busy' : 'ready';
}

/** What the answer to {@link ASK_AT_THE_END} says: null where it is none. */
export function stateAtTheEnd(answer: number | undefined): PrinterState | null {
  // Only the four lower bits mean something: paper near its end (0 and 1), and at its end (2 and 3).
  if (answer === undefined || answer & 0xf0) return null;
  return answer & 0x0c ? 'no_paper' : 'ready';
}
