import { sql } from 'drizzle-orm';
import type { Pieces } from '#domain/denominations';
import type { DistrictFile } from '#domain/district';
import { cents } from '#domain/money';
import { refundLabel } from '#domain/series';
import { partOf, type UndonePart } from '#domain/undo';
import { correctionPostings, refundPostings } from '#domain/undoPostings';
import { sha256Hex } from '#main/chain/sha256';
import { sampleDistrict } from '#main/sample/district';
import { type BuiltReceipt, lineFor } from './journalBuilder.ts';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  createTestStation,
  districtFile,
  FIRST,
  loadText,
  newDistrictMark,
  rowsOf,
  type TestContext,
  type TestStation,
} from './ledger.ts';
import { atTheOffice, type OfficePerson, yesOf } from './office.ts';

const { people, funds } = sampleDistrict('2026-11-23', 'key', Buffer.alloc(32, 7).toString('base64'));
/** Everybody of the sample's district. */
export const PEOPLE = people;
const ofRole = (role: string) => people.filter((one) => one.role === role).map(({ person }) => person);
export const [WHITEBEAR = '', SOLHEIM = ''] = ofRole('supervisor');
export const [FINANCE = ''] = ofRole('finance');
export const [AUDITOR = ''] = ofRole('auditor');

export const TWO_HUNDRED: Pieces = { 2000: 10 };
/** What {@link OfficeDay.closedDrawer} hands over beside its float: 60.00 in cash and one check. */
export const SIXTY: Pieces = { 2000: 3 };
export const CHECK = { checkNumber: '1010', cents: 8_640 };

/** A district with everybody at work in it: a change fund of 1,000.00, a station, and who sits at the office. */
export type OfficeDay = {
  station: TestStation;
  whitebear: OfficePerson;
  solheim: OfficePerson;
  finance: OfficePerson;
  auditor: OfficePerson;
  ortiz: OfficePerson;
  /** A drawer with a float of 200.00, one receipt of 86.40 by check and one of 60.00 in cash, closed and sent. */
  closedDrawer(overShortCents?: number): Promise<{ check: BuiltReceipt; cash: BuiltReceipt }>;
  /** The office counts all that drawer n handed over; cash may differ. */
  countAll(drawer: string, cash?: Pieces): Promise<void>;
  /** A batch looked at and approved, by default by {@link SOLHEIM}. */
  approve(batch: string): Promise<void>;
  /** Debits − credits of an account, over all journals. */
  balance(account: string): Promise<number>;
  /** The district's file, and loading another version of it. */
  policy: DistrictFile;
  load(file: DistrictFile): Promise<void>;
  /** Refunds 5.00 of a receipt by warrant, after the close. */
  refund(built: BuiltReceipt): void;
  /** Says that a receipt's cash was a check after all. */
  correctTender(built: BuiltReceipt): void;
};

export async function officeDay(context: TestContext, series = 'W3'): Promise<OfficeDay> {
  const district = newDistrictMark();
  const policy = districtFile(district, { people });
  const load = async (file: DistrictFile) => {
    await loadText(context, {
      district: JSON.stringify(file),
      accounts: accountsCsv(accountRow(FIRST)),
      charges: chargesCsv(chargeRow(FIRST, '86.40')),
    });
  };
  await load(policy);
  const station = await createTestStation(context, { district, series });
  const sits = (person: string) => atTheOffice(context, station.key, person);
  const [whitebear, solheim] = [sits(WHITEBEAR), sits(SOLHEIM)];
  const fund = { pieces: { 10000: 5, 2000: 25 }, isGivenBack: false, resolution: 'Resolution 2026-14' };
  const { mark } = await whitebear.ask('changeFundMark', fund);
  await whitebear.tell('changeFund', fund, yesOf(SOLHEIM, mark));
  return {
    ...{ station, whitebear, solheim, policy, load },
    ...{ finance: sits(FINANCE), auditor: sits(AUDITOR), ortiz: sits('m.ortiz') },
    closedDrawer: (overShortCents) => closedDrawer(station, overShortCents),
    countAll: (drawer, cash = SIXTY) => countAll(whitebear, drawer, cash),
    async approve(batch) {
      const shown = await solheim.ask('batch', { batch });
      await solheim.tell('approveBatch', { batch, mark: shown.mark ?? '' });
    },
    balance: (account) => balanceOf(context, district, account),
    refund: (built) => refund(station, built),
    correctTender: (built) => correctTender(station, built),
  };
}

/** The same at any station of the district. */
export async function closedDrawer(station: TestStation, overShortCents = 0) {
  station.journal.openDrawer(TWO_HUNDRED);
  const account = await station.account(FIRST);
  const check = station.journal.pay([lineFor(account, 8_640)], [{ kind: 'check', cents: 8_640 }]);
  const cash = station.journal.pay([lineFor({ ...account, charges: [] }, 6_000)]);
  station.journal.closeDrawer(overShortCents);
  await station.send();
  return { check, cash };
}

async function countAll(by: OfficePerson, drawer: string, cash: Pieces): Promise<void> {
  await by.tell('countHandoffs', {
    parts: [
      { handoff: `${drawer}-float`, pieces: TWO_HUNDRED },
      { handoff: `${drawer}-float-return`, pieces: TWO_HUNDRED },
      { handoff: `${drawer}-cash`, pieces: cash },
      { handoff: `${drawer}-check`, items: 1, cents: 8_640 },
    ],
  });
}

async function balanceOf(context: TestContext, district: string, account: string): Promise<number> {
  const [row] = await rowsOf<{ cents: number }>(
    context.db,
    district,
    sql`SELECT coalesce(sum(CASE side WHEN 'debit' THEN cents ELSE -cents END), 0)::bigint AS cents
      FROM postings WHERE account = ${account}`,
  );
  return row?.cents ?? 0;
}

function refund(station: TestStation, { sequence, receipt }: BuiltReceipt): void {
  const [line] = receipt.lines;
  if (!line) throw new Error('a receipt has a line');
  const parts: UndonePart[] = [{ place: 0, line: partOf(line, cents(500)) }];
  const label = refundLabel(station.key.series, station.key.epoch, 1);
  const refunding = { parts, cents: 500, roundingCents: 0, means: { kind: 'warrant' as const } };
  station.journal.append({
    kind: 'refund_issued',
    payload: {
      ...{ ...refunding, number: 1, label, receipt: receipt.label, issuedSequence: sequence },
      ...{ mark: sha256Hex(label), reason: 'overpaid' },
    },
    postings: refundPostings(receipt.label, refunding, funds),
    approver: WHITEBEAR,
  });
}

function correctTender(station: TestStation, { sequence, receipt }: BuiltReceipt): void {
  const [from] = receipt.tenders;
  if (!from) throw new Error('a receipt has a tender');
  const label = `${station.key.series}-C000001`;
  const to = { kind: 'card', cents: from.cents, brand: 'visa', lastFour: '1881', approvalCode: '04417A' } as const;
  const correction = { what: 'tender' as const, place: 0, from, to };
  const drawn = { label: receipt.label, drawer: receipt.drawer, isDrawerOpen: false };
  station.journal.append({
    kind: 'receipt_corrected',
    payload: {
      ...{ number: 1, label, receipt: receipt.label, issuedSequence: sequence, mark: sha256Hex(label) },
      ...{ correction, reason: 'wrong_tender' },
    },
    postings: correctionPostings(drawn, correction, funds),
    approver: WHITEBEAR,
  });
}
