import type { Sync } from '#contract/shapes';
import { identity } from '#db/station/identity';
import { headOf } from '#db/station/journal';
import type { StationDb } from '#db/station/open';
import { syncState, updateSync } from '#db/station/syncState';
import type { Host } from '#main/host';
import type { Hub } from '#main/hub';
import { pull } from './feed.ts';
import { LedgerRefused, type Line } from './ledgerClient.ts';
import { ship } from './shipper.ts';

/** How long a quiet link waits before it asks for news. */
const QUIET_MS = 10_000;
/** First and longest wait after the ledger did not answer. Each failure doubles it. */
const RETRY_FIRST_MS = 1_000;
const RETRY_LONGEST_MS = 20_000;

/** This station's talk with the ledger: it never stands in the way of the counter. */
export type Link = {
  /**
   * Something was committed, or the station was enrolled: go as soon as the caller has had its answer. While the ledger
   * is silent this changes nothing: its next try stands, and no payment has to pay for it.
   */
  wake(): void;
  /** How the talk stands. */
  state(): Sync;
  close(): Promise<void>;
};

/** Keeps talking in the background: up first, so that what comes down knows what we sent, then down, then quiet. */
export function createLink(db: StationDb, host: Host, hub: Hub): Link {
  let silentSince: number | null = null;
  let failures = 0;
  let running: Promise<void> | null = null;
  let wakened = false;
  let closed = false;
  let callOff = () => {};
  const startedAt = host.now();

  const pause = () => new Promise<void>((resolve) => void host.later(0, resolve));

  const line = (): Line | null => {
    const self = identity(db);
    return self && { url: host.ledgerUrl ?? self.ledgerUrl, token: self.stationToken, fetch: host.fetch };
  };

  const answered = () => {
    const wasSilent = silentSince !== null;
    silentSince = null;
    failures = 0;
    updateSync(db, { lastContactAt: host.now() });
    if (wasSilent) hub.announce(['sync']);
  };

  const talk = async (to: Line): Promise<void> => {
    let shipped = await ship(db, to);
    answered();
    while (shipped === 'moved' && !closed) {
      hub.announce(['sync']);
      shipped = await ship(db, to);
      await pause();
    }
    hub.announce(['sync']);
    for (let complete = false; !complete && !closed; ) {
      const before = syncState(db)?.feedCursor;
      complete = await pull(db, to, host.now, pause);
      answered();
      hub.announce(syncState(db)?.feedCursor === before ? ['sync'] : ['sync', 'accounts', 'station']);
    }
  };

  const failed = (error: unknown) => {
    failures += 1;
    if (error instanceof LedgerRefused) {
      host.log.error('the ledger refused', { said: error.message });
      updateSync(db, { refusedAtSequence: (syncState(db)?.acknowledgedSequence ?? 0) + 1 });
    } else if (silentSince === null) {
      // The last time it answered is when the silence began; before the first answer, the start of this program.
      silentSince = syncState(db)?.lastContactAt || startedAt;
      host.log.info('the ledger does not answer', { why: error instanceof Error ? error.message : String(error) });
    }
    hub.announce(['sync']);
  };

  const run = async (): Promise<void> => {
    wakened = false;
    const to = line();
    if (!to) return;
    try {
      do {
        wakened = false;
        await talk(to);
      } while (wakened && !closed);
      schedule(QUIET_MS);
    } catch (error) {
      if (closed) return;
      failed(error);
      schedule(Math.min(RETRY_FIRST_MS * 2 ** (failures - 1), RETRY_LONGEST_MS));
    }
  };

  const start = () => {
    if (running || closed) return;
    callOff();
    running = run().finally(() => {
      running = null;
      if (wakened) goSoon();
    });
  };

  // Never in the turn of a payment: gathering what is unsent may take longer than the payment itself.
  const goSoon = () => {
    if (running || failures > 0) return;
    callOff();
    schedule(0);
  };

  const schedule = (milliseconds: number) => {
    callOff = closed ? () => {} : host.later(milliseconds, start);
  };

  schedule(0);

  return {
    wake() {
      wakened = true;
      goSoon();
    },
    state: () => standing(db, silentSince, startedAt),
    async close() {
      closed = true;
      callOff();
      await running;
    },
  };
}

function standing(db: StationDb, silentSince: number | null, startedAt: number): Sync {
  const state = syncState(db);
  const unsent = state ? headOf(db, state.acknowledgedEpoch).sequence - state.acknowledgedSequence : 0;
  const refusedAtSequence = state?.refusedAtSequence ?? null;
  return {
    state: refusedAtSequence !== null ? 'refused' : silentSince !== null ? 'offline' : 'online',
    since: silentSince ?? (state?.lastContactAt || startedAt),
    unsent,
    refusedAtSequence,
    accountsAsOf: state?.accountsAsOf ?? 0,
  };
}
