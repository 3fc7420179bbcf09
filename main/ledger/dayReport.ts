import type { LedgerTx } from '#db/ledger/database';
import { allDistricts } from '#db/ledger/districts';
import { latestPolicy } from '#db/ledger/loads';
import { spanAccounts } from '#db/ledger/reportAccounts';
import { hiddenDrawers, spanOf } from '#db/ledger/reportSpan';
import {
  closedDrawers,
  custodyTotals,
  type KindTotal,
  parkedEntries,
  receiptTotals,
  refundTotals,
  stationStandings,
  strayEntries,
  tenderTotals,
} from '#db/ledger/reports';
import { dayOf } from '#domain/businessDay';
import { refuse } from '#domain/refusal';
import { seriesLabel } from '#domain/series';
import { chooseDistrict } from './chooseDistrict.ts';
import type { LedgerContext } from './context.ts';
import { journalAccountName } from './journalAccountName.ts';
import { floatsHalfCounted, isSafeHalfCounted } from './office/toCountBlind.ts';
import type { DayReport } from './officeWire.ts';
import { wordsOf } from './parkedWhy.ts';
import { accountsLeftOut } from './reports/accountsLeftOut.ts';
import { drawersLeftOut } from './reports/drawersLeftOut.ts';
import { notBegun } from './reports/notBegun.ts';

/**
 * What all stations together took on one business day, from applied postings alone, and what a person must look at.
 * Who asks is not known and may be one who counts: what anybody has still to count blind is left out and named, drawers,
 * floats and the safe, as in the reports of the screen.
 */
export async function dayReport(
  context: LedgerContext,
  input: { day?: string | undefined; district?: string | undefined },
): Promise<DayReport> {
  const district = await chooseDistrict(context, input.district);
  const training = (await allDistricts(context.db)).some((row) => row.district === district && row.training);
  return context.db.inDistrict(district, 'read', async (tx) => {
    const policy = (await latestPolicy(tx, district)) ?? refuse('district_not_loaded');
    const today = dayOf(context.now(), policy.timeZone);
    const day = input.day ?? today;
    const hidden = await hiddenDrawers(tx, district);
    const span = spanOf(district, { from: day, to: day }, hidden);
    const receipts = await receiptTotals(tx, span);
    const [floats, isSafeHidden] = [await floatsHalfCounted(tx, district), await isSafeHalfCounted(tx, district)];
    const asked = { ...span, timeZone: policy.timeZone };
    const left = await accountsLeftOut(tx, { floats, drawers: hidden, isSafeHidden }, asked);
    const postings = await spanAccounts(tx, span, left.without);
    return {
      district,
      name: policy.name,
      day,
      training,
      notes: [...notBegun(span, today), ...drawersLeftOut(hidden, span), ...left.notes.map(({ words }) => words)],
      issued: totalOf(receipts, 'receipt_issued'),
      voided: totalOf(receipts, 'receipt_voided'),
      corrected: totalOf(receipts, 'receipt_corrected'),
      reversed: totalOf(receipts, 'receipt_reversed'),
      refunded: totalOf(receipts, 'refund_issued'),
      refunds: await refundTotals(tx, span),
      roundingCents: receipts.reduce((total, row) => total + row.roundingCents, 0),
      tenders: await tenderTotals(tx, span),
      custody: await custodyTotals(tx, span),
      drawers: await closedDrawers(tx, span),
      postings: postings.map((row) => ({ ...row, name: journalAccountName(row.account, policy) })),
      debitCents: postings.reduce((total, row) => total + row.debitCents, 0),
      creditCents: postings.reduce((total, row) => total + row.creditCents, 0),
      ...(await standings(tx, district, day)),
    };
  });
}

/** Which stations sent entries of the day, and everything of any day that a person must look at. */
async function standings(
  tx: LedgerTx,
  district: string,
  day: string,
): Promise<Pick<DayReport, 'stations' | 'parked' | 'quarantine'>> {
  const stations = await stationStandings(tx, district, day);
  return {
    stations: stations
      .filter((row) => row.entries + row.waiting > 0)
      .map(({ series, epoch, ...row }) => ({ station: seriesLabel(series, epoch), ...row })),
    parked: (await parkedEntries(tx, district)).map(({ series, epoch, why, ...row }) => ({
      station: seriesLabel(series, epoch),
      ...row,
      why: wordsOf(why),
    })),
    quarantine: (await strayEntries(tx, district)).map(({ series, epoch, ...row }) => ({
      station: seriesLabel(series, epoch),
      ...row,
    })),
  };
}

function totalOf(totals: readonly KindTotal[], kind: string): { count: number; cents: number } {
  const total = totals.find((row) => row.kind === kind);
  return { count: total?.count ?? 0, cents: total?.cents ?? 0 };
}
