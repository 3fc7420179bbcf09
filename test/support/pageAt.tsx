import { createHash } from 'node:crypto';
import { act, cleanup, createEvent, fireEvent, render, screen } from '@testing-library/react';
import type { Announcement, Answer, Door } from '#contract/answer';
import { createClient } from '#renderer/client';
import { type CustomerMessage, createCustomerScreen } from '#renderer/customer/customerScreen';
import type { PageHost } from '#renderer/host';
import { createNotice } from '#renderer/notice';
import { createForms } from '#renderer/screens/counter/forms';
import { createSettings } from '#renderer/settings';
import { createStore } from '#renderer/store';
import { createUnfinished } from '#renderer/unfinished';
import { App } from '../../renderer/App.tsx';
import { NAMES, PINS } from './quarryBay.ts';
import type { TestStation } from './station.ts';

/** The whole page in a document without a browser, at the door of a real station. */
export type TestPage = {
  /** What the page called, in order, and what came of it: `ok`, or the code of the refusal; null while it is asked. */
  calls: { name: string; input: unknown; answer: string | null }[];
  /** What the payer's display was told, in order. */
  customer: CustomerMessage[];
  /** Lets all that was asked be answered and drawn. */
  settle(): Promise<void>;
  /** Types into what has the focus, as a hand does. */
  type(text: string): Promise<void>;
  press(key: string, more?: { ctrlKey?: boolean; shiftKey?: boolean; repeat?: boolean }): Promise<void>;
  /** Types as a scanner does: all at once, then Enter. */
  scan(text: string): Promise<void>;
  focused(): HTMLInputElement;
  close(): void;
};

export async function pageAt(station: TestStation): Promise<TestPage> {
  const calls: TestPage['calls'] = [];
  const client = createClient(cloning(station.app.connect(), calls));
  const customer: CustomerMessage[] = [];
  const host: PageHost = {
    now: station.clock.now,
    sinceOpened: station.clock.now,
    newId: station.host.newId,
    sha256: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
    preference: () => null,
    prefer: () => {},
    openCustomerDisplay: () => {},
    print: () => {},
    reload: () => {},
  };
  const store = createStore(client, host.now);
  const page = {
    client,
    host,
    settings: createSettings(host),
    notice: createNotice(),
    customer: createCustomerScreen(
      { post: (message) => customer.push(structuredClone(message)), hear: () => () => {} },
      'page',
    ),
    store,
    forms: createForms(host.newId, () => store.read('station', {}).value?.cashRounding ?? 'exact'),
    unfinished: createUnfinished(),
  };
  render(<App page={page} />);
  const test: TestPage = {
    calls,
    customer,
    async settle() {
      for (let turn = 0; turn < 12; turn++) {
        await act(async () => {
          station.clock.advance(5);
          await new Promise((resolve) => setTimeout(resolve, 5));
        });
      }
    },
    async type(text) {
      const field = test.focused();
      await act(async () => fireEvent.change(field, { target: { value: text } }));
      await test.settle();
    },
    async press(key, more = {}) {
      await act(async () => {
        const wasKept = fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more });
        // A real browser presses the focused button on Enter.
        const focused = document.activeElement;
        if (wasKept && key === 'Enter' && !more.repeat && focused instanceof HTMLButtonElement)
          fireEvent.click(focused);
      });
      await test.settle();
    },
    async scan(text) {
      await act(async () => scanInto(text));
      await test.settle();
    },
    focused: () => document.activeElement as HTMLInputElement,
    close: cleanup,
  };
  await test.settle();
  return test;
}

/** Between page and station everything is copied, as over a wire. */
function cloning(door: Door, calls: TestPage['calls']): Door {
  return {
    async call(name, input) {
      const asked: TestPage['calls'][number] = { name, input, answer: null };
      calls.push(asked);
      const answer = structuredClone(await door.call(name, structuredClone(input))) as Answer<unknown>;
      asked.answer = answer.ok ? 'ok' : 'refusal' in answer ? answer.refusal.code : answer.failure;
      return answer;
    },
    listen: (hear) => door.listen((announcement: Announcement) => hear(structuredClone(announcement))),
  };
}

/** Whoever typed has to take the scanner in the hand first. */
const REACH_MS = 200;

function scanInto(text: string): void {
  const field = document.activeElement as HTMLInputElement;
  // A scanner keeps its own time: this machine may be too busy to be as fast.
  let at = performance.now() + REACH_MS;
  const strike = (key: string) => {
    const event = createEvent.keyDown(field, { key });
    at += 5;
    Object.defineProperty(event, 'timeStamp', { value: at });
    return fireEvent(field, event);
  };
  for (const key of text) {
    if (strike(key)) fireEvent.change(field, { target: { value: field.value + key } });
  }
  strike('Enter');
}

export { screen };

/** Signs one of Quarry Bay's people in, by name and PIN. */
export async function signIn(page: TestPage, person: string): Promise<void> {
  fireEvent.click(screen.getByRole('option', { name: new RegExp(NAMES.get(person) ?? 'nobody') }));
  await page.settle();
  await page.type(PINS.get(person) ?? '');
  await page.press('Enter');
}

/** Signs M. Ortiz in and opens her drawer: the page stands at the counter. */
export async function openCounter(page: TestPage): Promise<void> {
  await signIn(page, 'm.ortiz');
  await page.type('2');
  await page.press('Enter', { ctrlKey: true });
}
