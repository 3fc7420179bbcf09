import { ORDERED_ID_BYTES, orderedId } from '#domain/orderedId';

/** What the page needs of the browser beside the document: time, ids, and a place for one person's preferences. */
export type PageHost = {
  /** Milliseconds since 1970, UTC. */
  now(): number;
  /** Milliseconds since the page opened, on the scale of an event's `timeStamp`. */
  sinceOpened(): number;
  newId(): string;
  /** SHA-256 of bytes as 64 lower-case hex digits. */
  sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
  /** Looks, never money: kept on this machine. */
  preference(name: string): string | null;
  prefer(name: string, value: string): void;
  /** Opens the payer's display, or brings the one that is open to the front. */
  openCustomerDisplay(): void;
  /** Prints the document, as its styles for paper have it. */
  print(): void;
  /** Loads the page anew. */
  reload(): void;
};

export const browserHost: PageHost = {
  now: () => Date.now(),
  sinceOpened: () => performance.now(),
  newId: () => orderedId(Date.now(), crypto.getRandomValues(new Uint8Array(ORDERED_ID_BYTES))),
  async sha256(bytes) {
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
    return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  },
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
  openCustomerDisplay() {
    window.open('./customer.html', 'counterfoil-customer', 'popup,width=1280,height=800')?.focus();
  },
  print: () => window.print(),
  reload: () => window.location.reload(),
};
