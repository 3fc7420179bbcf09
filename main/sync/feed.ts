import { storeAccounts } from '#db/station/accounts';
import { storeDrawerElsewhere } from '#db/station/drawersElsewhere';
import { dropFloat, storeFloat } from '#db/station/floats';
import { storeHandoffCounted } from '#db/station/handoffsCounted';
import { type StationDb, type Tx, writing } from '#db/station/open';
import { storePerson } from '#db/station/people';
import { storePolicy } from '#db/station/policy';
import { syncState, updateSync } from '#db/station/syncState';
import type { AccountDelta } from '#domain/account';
import { assert, never } from '#domain/assert';
import type { BusinessDay } from '#domain/businessDay';
import { type Line, readFeed } from './ledgerClient.ts';
import type { FeedRow } from './wire.ts';

/** Rows stored at once: few enough that the counter never waits for them. */
const ROWS_AT_ONCE = 50;

/**
 * Reads one page of what comes down and keeps it. The cursor moves after the whole page is kept, so a page that was
 * cut off is simply read again. Answers how many rows came, whether nothing newer was there, and whether the ledger has less
 * of this station's journal than it acknowledged: it was restored.
 * @param pause lets others run between two parts
 */
export async function pull(
  db: StationDb,
  line: Line,
  now: () => number,
  pause: () => Promise<void>,
): Promise<{ rows: number; complete: boolean; isBehind: boolean }> {
  const state = syncState(db);
  assert(state, 'a station reads the feed only after it was enrolled');
  const askedAt = now();
  const page = await readFeed(line, state.feedCursor);
  // Asked the same again it would answer the same again, for ever.
  if (!page.complete && page.cursor === state.feedCursor) throw new Error('the feed says there is more and gives none');
  for (let from = 0; from < page.rows.length; from += ROWS_AT_ONCE) {
    writing(db, (tx) => store(tx, page.rows.slice(from, from + ROWS_AT_ONCE)));
    await pause();
  }
  updateSync(db, { feedCursor: page.cursor, ...(page.complete ? { accountsAsOf: askedAt } : {}) });
  const { acknowledgedSequence: acknowledged } = state;
  return { rows: page.rows.length, complete: page.complete, isBehind: (page.stored ?? acknowledged) < acknowledged };
}

/** A station may have closed a day by itself before the district closes an earlier one: it stays closed. */
function storeClosed(tx: Tx, through: BusinessDay): void {
  const known = syncState(tx)?.closedThrough ?? null;
  if (known === null || known < through) updateSync(tx, { closedThrough: through });
}

function store(tx: Tx, rows: readonly FeedRow[]): void {
  const accounts: AccountDelta[] = [];
  for (const row of rows) {
    if (row.kind === 'policy') storePolicy(tx, row.version, row.policy);
    else if (row.kind === 'person') storePerson(tx, row.person);
    else if (row.kind === 'account') accounts.push(row.account);
    else if (row.kind === 'float') storeFloat(tx, row.float);
    else if (row.kind === 'closed') storeClosed(tx, row.closed.through);
    else if (row.kind === 'drawer') storeDrawerElsewhere(tx, row.drawer);
    else if (row.kind === 'counted') storeHandoffCounted(tx, row.counted.handoff);
    else if (row.kind === 'taken_back') dropFloat(tx, row.takenBack.handoff);
    else never(row);
  }
  storeAccounts(tx, accounts);
}
