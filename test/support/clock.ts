/** A clock that only moves when it is told to, and the timers that hang on it. */
export type TestClock = {
  now(): number;
  /** Moves on, running what falls due in order. */
  advance(milliseconds: number): void;
  later(milliseconds: number, run: () => void): () => void;
  /** How many timers wait for the clock to be moved. */
  pending(): number;
};

/** Monday, November 23, 2026, 8:00 in the morning at Quarry Bay (16:00 UTC). */
export const EIGHT_O_CLOCK = Date.UTC(2026, 10, 23, 16, 0, 0);

export function createClock(start = EIGHT_O_CLOCK): TestClock {
  let now = start;
  const timers = new Map<number, { at: number; run: () => void }>();
  let next = 1;
  return {
    now: () => now,
    pending: () => timers.size,
    advance(milliseconds) {
      now += milliseconds;
      const due = [...timers].filter(([, timer]) => timer.at <= now).sort((left, right) => left[1].at - right[1].at);
      for (const [id, timer] of due) {
        timers.delete(id);
        timer.run();
      }
    },
    later(milliseconds, run) {
      // What is due at once does not wait for the clock to be moved: it only lets others go first.
      if (milliseconds === 0) {
        const soon = setImmediate(run);
        return () => clearImmediate(soon);
      }
      const id = next++;
      timers.set(id, { at: now + milliseconds, run });
      return () => {
        timers.delete(id);
      };
    },
  };
}
