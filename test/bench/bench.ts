import { closing } from './closing.ts';
import { commit } from './commit.ts';
import { commitMillion } from './commitMillion.ts';
import { feed } from './feed.ts';
import { dayOfLargeDrawer } from './largeDrawer.ts';
import { dayReports, daysSeen, glExport, yearReports } from './ledgerReports.ts';
import { list } from './list.ts';
import type { Measure } from './measures.ts';
import { bundle, pageFind, pageTake, pageTask } from './page.ts';
import { peers } from './peers.ts';
import { search } from './search.ts';
import { stallsOfFirstDay, stallsOfMillion } from './stalls.ts';
import { memoryMillion, start, startMillion } from './starting.ts';
import { sync } from './sync.ts';

/** All measures, in the order in which they run. */
const MEASURES: Record<string, () => Promise<Measure>> = {
  commit,
  commit_1m: commitMillion,
  search,
  sync_10k: sync,
  close_2k: closing,
  start,
  start_1m: startMillion,
  rss_1m: memoryMillion,
  page_find: pageFind,
  page_task: pageTask,
  page_take: pageTake,
  list_100k: list,
  bundle,
  stall: stallsOfFirstDay,
};

/** Measures that only run when they are named. */
const OTHERS: typeof MEASURES = {
  stall_1m: stallsOfMillion,
  feed_200k: feed,
  gl_export: glExport,
  day_report: dayReports,
  day_seen: daysSeen,
  day_seen_2k: dayOfLargeDrawer,
  year_reports: yearReports,
  peers,
};

const all = { ...MEASURES, ...OTHERS };
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(all, name));
if (unknown.length > 0) {
  process.stderr.write(`There is no measure ${unknown.join(', ')}. There are ${Object.keys(all).join(', ')}.\n`);
  process.exit(2);
}
for (const [name, measure] of Object.entries(all)) {
  if (asked.length > 0 ? asked.includes(name) : Object.hasOwn(MEASURES, name))
    process.stdout.write(`${JSON.stringify(await measure())}\n`);
}
