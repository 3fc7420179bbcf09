import { createContext, useContext, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Answer } from '#contract/answer';
import type { CallName, Input, Output, QueryName } from '#contract/contract';
import { assert } from '#domain/assert';
import type { Client } from './client.ts';
import type { CustomerScreen } from './customer/customerScreen.ts';
import type { PageHost } from './host.ts';
import type { Notice } from './notice.ts';
import { troubleOf } from './refusal.ts';
import type { Forms } from './screens/counter/forms.ts';
import type { Settings } from './settings.ts';
import { ASKING, type Asked, type Store } from './store.ts';
import type { Unfinished } from './unfinished.ts';

/**
 * What every component may reach for: the door, the questions asked, the browser, the person's settings,
 * payments begun, the payer's display, and what a reload would lose. */
export type Page = {
  client: Client;
  store: Store;
  host: PageHost;
  settings: Settings;
  forms: Forms;
  notice: Notice;
  customer: CustomerScreen;
  unfinished: Unfinished;
};

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  assert(page, 'a component stands outside the page');
  return page;
}

/** Asks a query and keeps its answer true. `null` asks nothing. */
export function useQuery<N extends QueryName>(name: N, input: Input<N> | null): Asked<Output<N>> {
  const { store } = usePage();
  const key = JSON.stringify(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an input is the same when its text is
  const { watch, read } = useMemo(
    () =>
      input === null
        ? { watch: () => () => {}, read: () => ASKING }
        : {
            watch: (changed: () => void) => store.watch(name, input, changed),
            read: () => store.read(name, input),
          },
    [store, name, key],
  );
  return useSyncExternalStore(watch, read);
}

/**
 * As {@link useQuery}, and shows the answer to the last question while the next is asked: nothing flickers as one types.
 * `of` is the question that `value` answers.
 */
export function useSteadyQuery<N extends QueryName>(name: N, input: Input<N> | null) {
  const asked = useQuery(name, input);
  const last = useRef<{ value: Output<N>; of: Input<N> } | null>(null);
  if (input === null || asked.state === 'refused') last.current = null;
  else if (asked.value !== undefined && asked.value !== last.current?.value)
    last.current = { value: asked.value, of: input };
  return { asked, value: last.current?.value, of: last.current?.of };
}

/** A way to call that lets only one call through at a time: the second of a double click answers null. */
export function useSend() {
  const { client } = usePage();
  const inFlight = useRef(false);
  return async function send<N extends CallName>(name: N, input: Input<N>): Promise<Answer<Output<N>> | null> {
    if (inFlight.current) return null;
    inFlight.current = true;
    try {
      return await client.call(name, input);
    } finally {
      inFlight.current = false;
    }
  };
}

/** A way to call where no field is concerned: what is refused stands in a band until the next thing succeeds. */
export function useDo() {
  const { client, notice } = usePage();
  return function run<N extends CallName>(name: N, input: Input<N>): void {
    void client.call(name, input).then((answer) => notice.tell(troubleOf(answer)?.sentence ?? null));
  };
}

/** The station's clock, by the half minute: its own time at the last answer and what has gone by here since. */
export function useNow(station: { now: number }, answeredAt: number): number {
  const { host } = usePage();
  const here = useSyncExternalStore(everyHalfMinute, () => Math.floor(host.now() / 30_000) * 30_000);
  return Math.max(station.now, station.now + here - answeredAt);
}

function everyHalfMinute(changed: () => void): () => void {
  const timer = setInterval(changed, 5_000);
  return () => clearInterval(timer);
}
