/** A counter that was heard, and what came with it: the first characters of that request's signature. */
export type Heard = readonly [counter: number, by: string];

/**
 * What a station said last: counters heard lately, in order, the number of the newest token that it was given, and of the
 * newest that it has used.
 */
export type Contact = { counters: readonly Heard[]; token: number; used: number };

/** How a request identifies itself. `token` is the number of a token that the ledger's own key made; 0 of any other. */
export type Asked = { counter: number; by: string; token: number };

/**
 * `heard`: it is new, and this is what to remember. `counter_used`: that counter came before, with this very request
 * (`same`) or with another, or it is too old to be told. `token_used`: a newer token than that, `current`, was used already.
 */
export type Judged =
  | { as: 'heard'; contact: Contact }
  | { as: 'counter_used'; last: number; how: 'same' | 'other' | 'old' }
  | { as: 'token_used'; current: number };

/**
 * Requests of one station that may overtake each other on their way. Whatever comes later than that is too old. A station
 * passes over as many at each start, so that of two that speak as one, whichever started first is found out when it speaks next.
 */
export const COUNTERS_REMEMBERED = 32;

/** Characters of a signature by which a request is known again: 96 bits. */
const KNOWN_BY = 16;

export const knownBy = (signature: string): string => signature.slice(0, KNOWN_BY);

/** A station that was enrolled just now: its first token is on its way. */
export const FIRST_CONTACT: Contact = { counters: [], token: 1, used: 1 };

/**
 * Whether a station speaks for the first time in these words. Only what is heard changes anything: a refused request, a
 * restored station's for example, must not make the honest one look like the copy.
 *
 * Each reply brings a token that was never given before, so that whoever holds one has heard that reply. An older one is
 * taken until a newer has been used: replies may have been lost. A counter or a token beyond what is known here is taken as
 * well: this ledger was restored from a backup.
 */
export function judgeContact({ counters, token, used }: Contact, asked: Asked): Judged {
  const last = counters.at(-1)?.[0] ?? 0;
  const before = counters.find(([counter]) => counter === asked.counter);
  if (before) return { as: 'counter_used', last, how: before[1] === asked.by ? 'same' : 'other' };
  if (asked.counter <= last - COUNTERS_REMEMBERED) return { as: 'counter_used', last, how: 'old' };
  if (asked.token < used) return { as: 'token_used', current: used };
  const heard = [...counters, [asked.counter, asked.by] as const].sort(([one], [other]) => one - other);
  const floor = (heard.at(-1)?.[0] ?? 0) - COUNTERS_REMEMBERED;
  return {
    as: 'heard',
    contact: {
      counters: heard.filter(([counter]) => counter > floor),
      token: Math.max(token, asked.token) + 1,
      used: Math.max(used, asked.token),
    },
  };
}
