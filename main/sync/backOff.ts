/** First and longest wait (ms) after the ledger did not answer. Each failure doubles it. */
const FIRST_MS = 1_000;
const LONGEST_MS = 20_000;

/** How long (ms) to wait after so many failures in a row. */
export function backOff(failures: number): number {
  return Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
}
