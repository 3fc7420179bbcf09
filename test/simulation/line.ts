import type { TestClock } from '../support/clock.ts';

/** A request under way: from which station, and who waits for its answer. */
export type Message = {
  from: string;
  path: string;
  method: string;
  headers: Record<string, string>;
  body: Buffer | string | undefined;
  answer(response: Response): void;
  fail(error: unknown): void;
};

/** What may happen to a message. */
export type Fate =
  | 'deliver'
  | 'lose-request'
  | 'lose-answer'
  | 'deliver-twice'
  | 'answer-broken'
  | 'portal'
  | 'server-error'
  | 'service-dies'
  | 'service-dies-midway';

/** `open`: all goes through. `cut`: nothing does. `held`: each message waits until its fate is decided. */
export type Mode = 'open' | 'held' | 'cut';

/**
 * The lines of all stations with somebody's hand on them. Messages of a station wait in their order; one whose sender gave
 * up may still arrive, much later.
 */
export class Lines {
  readonly #modes = new Map<string, Mode>();
  readonly #waiting = new Map<string, Message[]>();
  readonly stragglers: Message[] = [];
  readonly #deliver: (message: Message) => Promise<Response>;
  readonly #kill: () => void;
  /** Counts whatever moves, so that one can see when nothing does. */
  moves = 0;

  /**
   * @param deliver brings a message to a service
   * @param kill kills the service to which the last message went
   */
  constructor(deliver: (message: Message) => Promise<Response>, kill: () => void) {
    this.#deliver = deliver;
    this.#kill = kill;
  }

  mode(from: string): Mode {
    return this.#modes.get(from) ?? 'open';
  }

  set(from: string, mode: Mode): void {
    this.#modes.set(from, mode);
    if (mode === 'cut') for (const message of this.#queue(from).splice(0)) message.fail(new TypeError('fetch failed'));
  }

  /** Stations with a message that waits for its fate, by name. */
  held(): string[] {
    return [...this.#waiting.keys()].filter((from) => this.#queue(from).length > 0).sort();
  }

  /** A station's `fetch`. Calls of the office, for which a person waits, meet `fate` at once. */
  fetchOf(from: string, isAlive: () => boolean, fate: () => Fate): typeof fetch {
    return (input, init) => {
      this.moves += 1;
      if (!isAlive() || this.mode(from) === 'cut') return Promise.reject(new TypeError('fetch failed'));
      const { pathname, search } = new URL(String(input));
      return new Promise((answer, fail) => {
        const message: Message = {
          ...{ from, path: pathname + search, method: init?.method ?? 'GET' },
          headers: Object.fromEntries(new Headers(init?.headers)),
          body: init?.body as Buffer | string | undefined,
          ...{ answer, fail },
        };
        if (pathname === '/v1/office' || pathname === '/v1/enrol') void this.meet(message, fate());
        else this.#wait(message, init?.signal ?? null);
      });
    };
  }

  #wait(message: Message, signal: AbortSignal | null): void {
    const queue = this.#queue(message.from);
    queue.push(message);
    signal?.addEventListener('abort', () => {
      const place = queue.indexOf(message);
      if (place === -1) return;
      this.moves += 1;
      queue.splice(place, 1);
      this.stragglers.push(message);
      message.fail(signal.reason);
    });
  }

  /** Lets the message that waits longest at a station meet its fate. */
  async next(from: string, fate: Fate): Promise<void> {
    const message = this.#queue(from).shift();
    if (message) await this.meet(message, fate);
  }

  async meet(message: Message, fate: Fate): Promise<void> {
    this.moves += 1;
    if (fate === 'lose-request') return message.fail(new TypeError('fetch failed'));
    if (fate === 'portal') return message.answer(new Response('<html><body>Log in</body></html>', { status: 200 }));
    if (fate === 'server-error')
      return message.answer(Response.json({ code: 'failure', sentence: 'The ledger failed.' }, { status: 500 }));
    if (fate === 'service-dies-midway') return this.#midway(message);
    try {
      if (fate === 'deliver-twice') await this.#deliver(message);
      const response = await this.#deliver(message);
      this.moves += 1;
      // What it has not committed by the time it answers is gone.
      if (fate === 'service-dies') this.#kill();
      if (fate === 'lose-answer') message.fail(new TypeError('the answer was lost'));
      else if (fate === 'answer-broken') message.answer(new Response((await response.text()).slice(0, 20)));
      else message.answer(response);
    } catch (error) {
      message.fail(error);
    }
  }

  /** The service dies while it works on a message, after some turns: nobody hears of what became of it. */
  async #midway(message: Message): Promise<void> {
    const working = this.#deliver(message).catch(() => {});
    for (let turns = 3; turns > 0; turns--) await new Promise((resolve) => setImmediate(resolve));
    this.#kill();
    await working;
    message.fail(new TypeError('the answer was lost'));
  }

  /** Lets a message arrive whose sender is long gone. */
  async late(): Promise<void> {
    const message = this.stragglers.shift();
    if (message) await this.#deliver(message).catch(() => {});
  }

  #queue(from: string): Message[] {
    const there = this.#waiting.get(from) ?? [];
    this.#waiting.set(from, there);
    return there;
  }
}

/** A clock as one station has it: its own idea of the time, and timers that die with it. */
export function clockOf(clock: TestClock, skew: () => number, isAlive: () => boolean, moved: () => void) {
  return {
    now: () => clock.now() + skew(),
    later: (milliseconds: number, run: () => void) => {
      moved();
      return clock.later(milliseconds, () => {
        moved();
        if (isAlive()) run();
      });
    },
  };
}
