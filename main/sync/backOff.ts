/** First and longest wait (ms) after the ledger did not answer. Each failure doubles it. */
const FIRST_MS = 1_000;
const LONGEST_MS = 20_000;

/**
 * How long (ms) to wait after so many failures in a row: by chance between half of it and all of it, so that the stations
 * of a ledger that was away do not all come back at once.
 * @param random bytes, as a host gives them
 */
export function backOff(failures: number, random: (bytes: number) => Uint8Array): number {
  const whole = Math.min(FIRST_MS * 2 ** (failures - 1), LONGEST_MS);
  const [byte = 0] = random(1);
  return Math.round((whole * (256 + byte)) / 512);
}
