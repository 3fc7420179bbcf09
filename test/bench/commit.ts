import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { bareAppend } from './bareAppend.ts';
import { bareDatabase, lastPosition, receiptsOf } from './bareRows.ts';
import {
  type BenchStation,
  makeDatabase,
  newFolder,
  openDrawerOf,
  removeFolder,
  startStation,
} from './benchStation.ts';
import { type Measure, median, percentile, ROUNDS, rounded, timed } from './measures.ts';
import { type Payer, p50, payerAt } from './payments.ts';
import { startQuietLedger } from './quietLedger.ts';
import { undoing } from './realLedger.ts';

const ACCOUNTS = 5_000;
const WARM_UP = 300;
const IN_A_ROUND = 150;

/**
 * A durable cash receipt through the whole pipeline, from `call` to its answer, against a bare transaction of the very
 * rows that it left behind and a bare append, forced to the disk, of as many bytes as its line in the second copy has. The two take turns receipt by receipt: at a counter no commit follows hard upon another, and
 * whatever else the machine does then hits both alike. `floor_in_a_row` is the same done one right after another, and
 * `floor_rows` the transactions alone.
 * The network is gone, as the worst case: every receipt stays unsent and the link keeps trying. `online` is the same with
 * a ledger that answers, so that each receipt is sent before the next one is taken.
 */
export function commit(): Promise<Measure> {
  return undoing(async (later) => {
    const folder = later(newFolder(), removeFolder);
    const online = later(newFolder(), removeFolder);
    const ledger = later(await startQuietLedger(), (it) => it.close());
    await stationWithDrawer(folder);
    await stationWithDrawer(online, ledger.url);
    copyFileSync(join(folder, 'station.db'), join(folder, 'floor.db'));
    const station = later(await startStation(folder), (it) => it.close());
    const connected = later(await startStation(online, fetch), (it) => it.close());
    return measured(station, connected);
  });
}

async function measured(station: BenchStation, connected: BenchStation): Promise<Measure> {
  const payer = payerAt(station, await openDrawerOf(station));
  const online = payerAt(connected, await openDrawerOf(connected));
  const floor = floorBeside(station.folder);
  await inTurn(payer, floor, WARM_UP);
  const rounds = {
    ours: [] as number[],
    floor: [] as number[],
    rows: [] as number[],
    inARow: [] as number[],
    online: [] as number[],
  };
  const all: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const { ours, bare, rows } = await inTurn(payer, floor, IN_A_ROUND);
    all.push(...ours);
    rounds.ours.push(p50(ours));
    rounds.floor.push(p50(bare));
    rounds.rows.push(p50(rows));
    rounds.online.push(p50(await online.pay(IN_A_ROUND)));
    await payer.pay(IN_A_ROUND);
    rounds.inARow.push(p50(floor.write().map(({ both }) => both)));
  }
  floor.close();
  return {
    measure: 'commit',
    ours: rounded(median(rounds.ours)),
    floor: rounded(median(rounds.floor)),
    ratio: rounded(median(rounds.ours) / median(rounds.floor)),
    limit: 1.6,
    unit: 'ms',
    p95: rounded(percentile(all, 95)),
    floor_rows: rounded(median(rounds.rows)),
    floor_in_a_row: rounded(median(rounds.inARow)),
    online: rounded(median(rounds.online)),
  };
}

/** The floor beside a station: a copy of its database, and what the station has written since. */
type Floor = {
  /** Writes what it does not have yet; milliseconds for each receipt: its rows, and both its rows and its line. */
  write(): { rows: number; both: number }[];
  close(): void;
};

function floorBeside(folder: string): Floor {
  const file = join(folder, 'floor.db');
  const bare = bareDatabase(file);
  const source = receiptsOf(join(folder, 'station.db'), lastPosition(file));
  const lines = bareAppend(join(folder, 'floor.jsonl'));
  const twin = join(folder, 'twin.jsonl');
  let size = statSync(twin).size;
  return {
    write() {
      const receipts = source.next();
      const bytes = Math.round((statSync(twin).size - size) / Math.max(1, receipts.length));
      ({ size } = statSync(twin));
      return receipts.map((receipt) => {
        const rows = timed(() => bare.write(receipt));
        return { rows, both: rows + timed(() => lines.add(bytes)) };
      });
    },
    close() {
      bare.close();
      lines.close();
      source.close();
    },
  };
}

async function inTurn(payer: Payer, floor: Floor, times: number) {
  const ours: number[] = [];
  const bare: number[] = [];
  const rows: number[] = [];
  for (let time = 0; time < times; time++) {
    ours.push(...(await payer.pay(1)));
    for (const took of floor.write()) {
      bare.push(took.both);
      rows.push(took.rows);
    }
  }
  return { ours, bare, rows };
}

/** A station whose drawer is open, closed again: whoever closes last empties the log into the file, so it can be copied. */
async function stationWithDrawer(folder: string, ledgerUrl?: string): Promise<void> {
  await makeDatabase(folder, ACCOUNTS, ledgerUrl);
  const station = await startStation(folder);
  await openDrawerOf(station);
  await station.close();
}
