/** How often somebody may ask: so many times at once, and so many more each second. */
export type Rate = { atOnce: number; perSecond: number };

/** Names that are remembered at once. Who is forgotten begins anew, and has asked nothing lately. */
const NAMES_MAX = 10_000;

/**
 * Buckets that fill with time and from which each request takes one, by name. Within one service and in memory alone: it
 * is there so that one that floods it does not keep the others waiting, and no promise depends on it.
 */
export class Rates {
  readonly #rate: Rate;
  readonly #buckets = new Map<string, { left: number; at: number }>();

  constructor(rate: Rate) {
    this.#rate = rate;
  }

  /** Takes one of a name's. Answers 0, or after how many whole seconds there will be one. @param now instant (ms) */
  take(name: string, now: number): number {
    const { atOnce, perSecond } = this.#rate;
    const before = this.#buckets.get(name) ?? { left: atOnce, at: now };
    // A clock that went back fills nothing, and is counted from where it is now.
    const since = Math.max(0, now - before.at) / 1_000;
    const left = Math.min(atOnce, before.left + since * perSecond);
    const isThere = left >= 1;
    // Put back at the end, so that whoever asked longest ago is forgotten first.
    this.#buckets.delete(name);
    this.#buckets.set(name, { left: isThere ? left - 1 : left, at: now });
    if (this.#buckets.size > NAMES_MAX) this.#forgetOldest();
    return isThere ? 0 : Math.ceil((1 - left) / perSecond);
  }

  #forgetOldest(): void {
    for (const name of this.#buckets.keys()) {
      this.#buckets.delete(name);
      return;
    }
  }
}
