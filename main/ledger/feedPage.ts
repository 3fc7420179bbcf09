import { feedMarkOf } from '#db/ledger/contacts';
import type { LedgerTx } from '#db/ledger/database';
import { versionOf } from '#db/ledger/districts';
import { drawersAt } from '#db/ledger/drawersTold';
import { headOf } from '#db/ledger/entries';
import { accountsNumbered, type FeedPlace, peopleNamed, placesAfter, policyAt } from '#db/ledger/feed';
import { floatsNamed } from '#db/ledger/floats';
import { heardFrom } from '#db/ledger/heardFrom';
import { paymentsElsewhere } from '#db/ledger/paymentsElsewhere';
import { appliedThrough, type StationKey } from '#db/ledger/stations';
import { assert } from '#domain/assert';
import { FEED_ROWS_MAX, type FeedPage, type FeedRow } from '#main/sync/wire';
import type { LedgerContext } from './context.ts';
import { cursorOf, FEED_START, placeOf } from './feedCursor.ts';

/**
 * One page of what comes down to a station, in one unchanging picture of the database: so the figures of an account and
 * how far the station's own journal is in them always belong together.
 */
export async function feedPage(context: LedgerContext, station: StationKey, after: string): Promise<FeedPage> {
  const asked = placeOf(after);
  await heardFrom(context.db, station, context.now());
  return context.db.inDistrict(station.district, 'read', async (tx) => ({
    ...(await pageAfter(tx, station, asked)),
    stored: (await headOf(tx, station)).sequence,
  }));
}

async function pageAfter(
  tx: LedgerTx,
  station: StationKey,
  asked: FeedPlace & { mark: string },
): Promise<Omit<FeedPage, 'stored'>> {
  const { district } = station;
  const mark = await feedMarkOf(tx, station);
  const from = asked.mark === mark ? await placeKnown(tx, district, asked) : FEED_START;
  const places = await placesAfter(tx, station, from, FEED_ROWS_MAX + 1);
  const page = places.slice(0, FEED_ROWS_MAX);
  const keysOf = (kind: FeedPlace['kind']) => page.filter((place) => place.kind === kind).map((place) => place.key);
  const people = new Map((await peopleNamed(tx, district, keysOf('person'))).map((person) => [person.person, person]));
  const floats = new Map((await floatsNamed(tx, district, keysOf('float'))).map((float) => [float.handoff, float]));
  const ofDrawers = page.filter(({ kind }) => kind === 'drawer');
  const drawers = await drawersAt(tx, district, ofDrawers);
  const accounts = await accountsNumbered(tx, district, keysOf('account'));
  const payments = await paymentsElsewhere(tx, station, keysOf('account'));
  const through = await appliedThrough(tx, station);
  const rows: FeedRow[] = [];
  for (const { kind, version, key } of page) {
    if (kind === 'policy') rows.push({ kind, version, policy: there(await policyAt(tx, district, version)) });
    else if (kind === 'person') rows.push({ kind, version, person: there(people.get(key)) });
    else if (kind === 'closed') rows.push({ kind, version, closed: { through: key } });
    else if (kind === 'drawer') rows.push({ kind, version, drawer: there(drawers.get(`${version} ${key}`)) });
    else if (kind === 'counted') rows.push({ kind, version, counted: { handoff: key } });
    else if (kind === 'taken_back') rows.push({ kind, version, takenBack: { handoff: key } });
    else if (kind === 'float') {
      const { handoff, person, issuedBy } = there(floats.get(key));
      rows.push({ kind, version, float: { handoff, person, issuedBy } });
    } else {
      const account = { ...there(accounts.get(key)), payments: payments.get(key) ?? [], appliedThrough: through };
      rows.push({ kind, version, account });
    }
  }
  const last = page.at(-1);
  return { rows, cursor: cursorOf(last ?? from, mark), complete: places.length === page.length };
}

/** A cursor from the future, as one of another mark: this database was restored, so the station is told everything anew. */
async function placeKnown(tx: LedgerTx, district: string, asked: FeedPlace): Promise<FeedPlace> {
  return asked.version > (await versionOf(tx, district)) ? FEED_START : asked;
}

function there<T>(row: T | null | undefined): T {
  assert(row !== null && row !== undefined, 'a row of the feed went while it was read');
  return row;
}
