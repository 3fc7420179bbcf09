import { ORDERED_ID_BYTES, orderedId } from '#domain/orderedId';

/** What the page needs of the browser beside the document: time, ids, and a place for one person's preferences. */
export type PageHost = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds since the page opened, on the scale of an event's `timeStamp`. */
  sinceOpened(): number;
  newId(): string;
  /** Looks, never money: kept on this machine. */
  preference(name: string): string | null;
  prefer(name: string, value: string): void;
};

export const browserHost: PageHost = {
  now: () => Date.now(),
  sinceOpened: () => performance.now(),
  newId: () => orderedId(Date.now(), crypto.getRandomValues(new Uint8Array(ORDERED_ID_BYTES))),
  preference(name) {
    try {
      return localStorage.getItem(`counterfoil.${name}`);
    } catch {
      // A browser that keeps nothing still takes payments.
      return null;
    }
  },
  prefer(name, value) {
    try {
      localStorage.setItem(`counterfoil.${name}`, value);
    } catch {
      // As above: the choice holds until the page is closed.
    }
  },
};
