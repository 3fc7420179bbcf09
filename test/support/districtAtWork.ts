import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DistrictFile } from '#domain/district';
import { askEnrolmentToken, type Office, sendLoad } from '#main/ledger/client';
import { startLedger } from '#main/ledger/startLedger';
import { createClock, type TestClock } from './clock.ts';
import type { Day } from './dayCallers.ts';
import { BLANK_DATABASE } from './ledger.ts';
import { createServerDatabase, TEST_DATABASE_URL } from './serverDatabase.ts';
import { type LedgerEdge, stationAt } from './station.ts';

/** A whole district at work: a ledger behind its real door, and stations that speak to it, all by one clock. */
export type DistrictAtWork = {
  clock: TestClock;
  /** The stations by their series. */
  stations: ReadonlyMap<string, Day>;
  /** The ledger's door, for whoever holds the administrator's token. */
  office: Office;
  /** Where its files lie; removed when it closes. */
  folder: string;
  /** Waits until every station that has a line has sent all it has. */
  settled(): Promise<void>;
  /** Holds the invariants of each station, and stops all. */
  close(): Promise<void>;
};

/** What a district begins with; `start` is the instant (ms). */
export type Begins = {
  file: DistrictFile;
  accounts: string;
  charges: string;
  series: readonly string[];
  start: number;
  /** What becomes of a station's request on its way to the ledger; by default nothing. */
  onTheWay?: OnTheWay;
  /** What the ledger may be alarmed at. */
  alarm?: RegExp;
};

type OnTheWay = (path: string, init: RequestInit | undefined) => RequestInit | undefined;

/** Starts all of it on the real server where there is one, which is the sooner done; otherwise on an embedded one. */
export async function districtAtWork(begins: Begins): Promise<DistrictAtWork> {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-week-'));
  const clock = createClock(begins.start);
  const database = TEST_DATABASE_URL === '' ? null : await createServerDatabase();
  const adminToken = 'administrator'.padEnd(40, '.');
  const faults: string[] = [];
  const ledger = await startLedger({
    tls: null,
    store: database
      ? { kind: 'server', url: database.url, ownerUrl: null }
      : { kind: 'embedded', folder: null, blank: BLANK_DATABASE },
    ...{ adminToken, training: false, spool: folder, host: '127.0.0.1', port: 0 },
    ...{ now: clock.now, random: randomBytes },
    log: {
      info: () => {},
      error: (what, facts) => begins.alarm?.test(what) || faults.push(`${what} ${JSON.stringify(facts ?? {})}`),
    },
  });
  const office = { ledger: ledger.url, token: adminToken };
  await load(office, folder, begins);
  const stations = new Map<string, Day>();
  const onTheWay: OnTheWay = begins.onTheWay ?? ((_path, init) => init);
  for (const series of begins.series) stations.set(series, await dayAt(office, series, clock, onTheWay));
  return {
    ...{ clock, stations, office, folder },
    async settled() {
      for (const { station } of stations.values()) if (station.ledger.line === 'up') await station.settled();
    },
    async close() {
      for (const { station } of stations.values()) await station.close();
      await ledger.close();
      // A server may hear of the end of a connection after the drop, which then ends it again.
      const told = [...faults];
      await database?.drop();
      rmSync(folder, { recursive: true });
      expect(told).toEqual([]);
    },
  };
}

async function load(office: Office, folder: string, { file, accounts, charges }: Begins): Promise<void> {
  const at = (name: string, text: string) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  await sendLoad(office, {
    district: at('district.json', JSON.stringify(file)),
    accounts: at('accounts.csv', accounts),
    charges: at('charges.csv', charges),
    by: 'it',
  });
}

async function dayAt(office: Office, series: string, clock: TestClock, onTheWay: OnTheWay): Promise<Day> {
  const { token } = await askEnrolmentToken(office, { series });
  const station = await stationAt(realLine(office.ledger, onTheWay), token, { clock });
  return { station, receipts: new Map(), suspensions: new Map(), drawers: new Map(), callers: new Map() };
}

/** A line to a ledger that is really there. Its answers are read whole before a station hears of them. */
function realLine(ledger: string, onTheWay: OnTheWay): LedgerEdge {
  const edge: LedgerEdge = {
    ...{ line: 'up', hanging: 0, underWay: 0 },
    async fetch(input, init) {
      if (edge.line !== 'up') throw new TypeError('fetch failed');
      const { pathname, search } = new URL(String(input));
      edge.underWay += 1;
      try {
        const answer = await fetch(new URL(pathname + search, ledger), onTheWay(pathname, init));
        return new Response(await answer.arrayBuffer(), { status: answer.status, headers: answer.headers });
      } finally {
        edge.underWay -= 1;
      }
    },
  };
  return edge;
}
