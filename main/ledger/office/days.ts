import type { Output, Parsed } from '#contract/contract';
import { DAYS_MAX } from '#contract/dayCalls';
import type { LedgerTx } from '#db/ledger/database';
import { type DayRow, daysListed, lastClose } from '#db/ledger/dayCloses';
import { type LateReceipts, lateReceipts } from '#db/ledger/lateReceipts';
import { hiddenDrawers } from '#db/ledger/reportSpan';
import { wordsIn } from './depositListed.ts';
import { nameOf } from './nameOf.ts';
import type { OfficeAt } from './officeAt.ts';

/** One page of business days, the newest first. */
export async function days(
  tx: LedgerTx,
  { after, most = DAYS_MAX }: Parsed<'days'>,
  { district, today }: OfficeAt,
): Promise<Output<'days'>> {
  const named = await nameOf(tx, district);
  const rows = await daysListed(tx, district, after, most + 1);
  const page = rows.slice(0, most);
  const late = await lateReceipts(
    tx,
    district,
    page.map(({ day }) => day),
    (await hiddenDrawers(tx, district)).map(({ drawer }) => drawer),
  );
  return {
    closedThrough: (await lastClose(tx, district))?.day ?? null,
    today,
    days: page.map((row) => listed(row, late, named)),
    more: rows.length > most,
  };
}

function listed(
  row: DayRow,
  late: readonly LateReceipts[],
  nameOf: (person: string) => string,
): Output<'days'>['days'][number] {
  const { day, closeNumber, closedBy, closedAt, stationsClosed, receipts, batchesLeft, glExport } = row;
  return {
    ...{ day, closedAt, stationsClosed, receipts, batchesLeft, glExport },
    state: closeNumber === null ? 'open' : 'closed',
    late: late
      .filter((one) => one.day === day)
      .map(({ receipts: number, cents, postsTo }) => ({ receipts: number, cents, postsTo })),
    closedByName: closedBy === null ? null : nameOf(closedBy),
    approverName: row.approver === null ? null : nameOf(row.approver),
    words: wordsIn(row.personal),
  };
}
