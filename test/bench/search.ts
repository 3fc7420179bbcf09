import { startStation } from './benchStation.ts';
import { type Measure, median, percentile, ROUNDS, rounded, took } from './measures.ts';
import { ACCOUNTS, millionFolder } from './million.ts';
import { searches } from './searches.ts';

const EACH = 12;

/**
 * Account search among 200,000 through `call`, any field: the 95th percentile of a fixed mix. Beside a million entries,
 * because each hit says what the account owes, and this station's own receipts are taken off that.
 */
export async function search(): Promise<Measure> {
  const wanted = searches(ACCOUNTS, EACH);
  const station = await startStation(await millionFolder());
  const p95s: number[] = [];
  const p50s: number[] = [];
  let slowest = { way: '', text: '', ms: 0 };
  for (let round = 0; round < ROUNDS; round++) {
    const times: number[] = [];
    for (const { way, text } of wanted) {
      const ms = await took(() => station.ask('findAccounts', { text }));
      times.push(ms);
      if (ms > slowest.ms) slowest = { way, text, ms };
    }
    p95s.push(percentile(times, 95));
    p50s.push(median(times));
  }
  await station.close();
  return {
    measure: 'search',
    ours: rounded(median(p95s)),
    limit: 8,
    unit: 'ms',
    p50: rounded(median(p50s)),
    slowest: rounded(slowest.ms),
    slowest_way: slowest.way,
  };
}
