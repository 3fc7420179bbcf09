import type { FakeLedger } from './fakeLedger.ts';

/** What may happen to one message on its way. */
export type Fate = 'deliver' | 'lose-request' | 'lose-answer' | 'deliver-twice' | 'answer-broken';

/**
 * The line between a station and its ledger with somebody's hand on it: while it is `held`, every request waits until
 * its fate is decided. A request whose sender gave up may still arrive, much later.
 */
export type Network = {
  fetch: typeof fetch;
  /** `open`: all goes through. `cut`: nothing does. `held`: each message waits for its fate. */
  line: 'open' | 'cut' | 'held';
  /** Requests that wait, and those whose sender is gone. */
  waiting(): number;
  stragglers(): number;
  /** Decides the fate of the request that waits longest. */
  decide(fate: Fate): Promise<void>;
  /** Lets a request arrive whose sender is long gone. */
  arriveLate(): Promise<void>;
};

type Request = { input: Parameters<typeof fetch>[0]; init: RequestInit | undefined };
type Waiting = Request & { answer: (response: Response) => void; fail: (error: unknown) => void };

export function createNetwork(ledger: () => FakeLedger): Network {
  const waiting: Waiting[] = [];
  const stragglers: Request[] = [];

  const network: Network = {
    line: 'open',
    fetch: (input, init) => {
      if (network.line === 'open') return ledger().fetch(input, init);
      if (network.line === 'cut') return Promise.reject(new TypeError('fetch failed'));
      return held({ input, init });
    },
    waiting: () => waiting.length,
    stragglers: () => stragglers.length,
    async decide(fate) {
      const message = waiting.shift();
      if (!message) return;
      ledger().hanging -= 1;
      const { input, init } = message;
      if (fate === 'lose-request') return message.fail(new TypeError('fetch failed'));
      if (fate === 'deliver-twice') await ledger().fetch(input, withoutSignal(init));
      const response = await ledger().fetch(input, withoutSignal(init));
      if (fate === 'lose-answer') return message.fail(new TypeError('the answer was lost'));
      message.answer(fate === 'answer-broken' ? new Response((await response.text()).slice(0, 20)) : response);
    },
    async arriveLate() {
      const late = stragglers.shift();
      if (late) await ledger().fetch(late.input, withoutSignal(late.init));
    },
  };

  function held(request: Request): Promise<Response> {
    return new Promise((answer, fail) => {
      const message: Waiting = { ...request, answer, fail };
      waiting.push(message);
      ledger().hanging += 1;
      request.init?.signal?.addEventListener('abort', () => {
        const place = waiting.indexOf(message);
        if (place === -1) return;
        waiting.splice(place, 1);
        ledger().hanging -= 1;
        stragglers.push(request);
        fail(request.init?.signal?.reason);
      });
    });
  }

  return network;
}

function withoutSignal(init: RequestInit | undefined): RequestInit {
  const { signal: _, ...rest } = init ?? {};
  return rest;
}
