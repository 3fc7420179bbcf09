import { AccountDelta } from '#domain/account';
import type { AccountLine } from '#domain/line';
import { cents } from '#domain/money';
import { correctionLabel, refundLabel, reversalLabel } from '#domain/series';
import { partOf } from '#domain/undo';
import { correctionPostings, refundPostings, reversalPostings } from '#domain/undoPostings';
import { sha256Hex } from '#main/chain/sha256';
import { type BuiltReceipt, lineFor } from '#test/support/journalBuilder';
import { createTestStation, districtFile, FIRST, onEachStore, SECOND, type TestStation } from '#test/support/ledger';

const { funds } = districtFile('any');
const DRAWER = 'W4-D0001';

onEachStore('payments that other stations took', (on) => {
  let here: TestStation;
  let other: TestStation;
  beforeEach(async () => {
    here = await createTestStation(on.context);
    other = await createTestStation(on.context, { district: here.district, series: 'W4' });
    here.journal.openDrawer();
    other.journal.openDrawer();
  });

  const lineOf = async (accountNumber: string, amount: number): Promise<AccountLine> =>
    lineFor(await here.account(accountNumber), amount);
  const payAt = async (station: TestStation, amount: number, accountNumber = FIRST): Promise<BuiltReceipt> => {
    const built = station.journal.pay([await lineOf(accountNumber, amount)]);
    await station.send();
    return built;
  };
  const payments = async (station: TestStation, accountNumber = FIRST) => {
    const account = AccountDelta.parse(await station.account(accountNumber));
    return account.payments;
  };
  const undone = async (accountNumber = FIRST) => (await payments(here, accountNumber)).map((one) => one.undone);
  /** What every undoing tells of itself. */
  const told = ({ sequence, receipt }: BuiltReceipt, label: string) => ({
    number: 1,
    label,
    receipt: receipt.label,
    issuedSequence: sequence,
    mark: sha256Hex(label),
  });

  test('come down to all but the one that took them, also what waits as credit', async () => {
    await payAt(other, 100_00);
    await payAt(here, 20_00);
    expect(await payments(here)).toEqual([
      {
        label: 'W4-000001',
        issuedAt: Date.parse('2026-11-23T17:00:02Z'),
        cents: 100_00,
        tenders: ['cash'],
        undone: null,
      },
    ]);
    expect(await payments(other)).toMatchObject([{ label: 'W3-000001', cents: 20_00 }]);
    expect(await payments(here, SECOND)).toEqual([]);
  });

  test('of a receipt over two accounts each is told its part, and each kind of tender once', async () => {
    other.journal.pay(
      [await lineOf(FIRST, 30_00), await lineOf(SECOND, 12_00)],
      [
        { kind: 'check', cents: 20_00 },
        { kind: 'cash', cents: 2_00 },
        { kind: 'check', cents: 20_00 },
      ],
    );
    await other.send();
    const tenders = ['check', 'cash'];
    expect(await payments(here)).toMatchObject([{ label: 'W4-000001', cents: 30_00, tenders }]);
    expect(await payments(here, SECOND)).toMatchObject([{ label: 'W4-000001', cents: 12_00, tenders }]);
  });

  test('are at most five, the latest first', async () => {
    for (const amount of [1_00, 2_00, 3_00, 4_00, 5_00, 6_00, 7_00]) await payAt(other, amount);
    expect((await payments(here)).map((one) => one.cents)).toEqual([7_00, 6_00, 5_00, 4_00, 3_00]);
  });

  test('of the same series in an earlier epoch are elsewhere, too', async () => {
    await payAt(here, 20_00);
    expect(await payments(here)).toEqual([]);
    const anew = await createTestStation(on.context, { district: here.district });
    anew.journal.openDrawer();
    await payAt(anew, 5_00);
    expect(await payments(anew)).toMatchObject([{ label: 'W3-000001', cents: 20_00 }]);
    expect(await payments(here)).toMatchObject([{ label: 'W3.2-000001', cents: 5_00 }]);
  });

  test('say that they are void', async () => {
    const built = await payAt(other, 20_00);
    await payAt(other, 30_00);
    other.journal.voidReceipt(built);
    await other.send();
    expect(await payments(here)).toMatchObject([
      { label: 'W4-000002', cents: 30_00, undone: null },
      { label: 'W4-000001', cents: 20_00, undone: 'void' },
    ]);
  });

  test('say what was corrected of the account’s own part, and nothing of the other’s', async () => {
    const from = await lineOf(FIRST, 20_00);
    const built = other.journal.pay([from, await lineOf(SECOND, 10_00)]);
    const { label } = built.receipt;
    const correction = {
      what: 'line' as const,
      place: 0,
      from,
      to: { kind: 'suspense' as const, parcel: '', cents: 20_00 },
    };
    other.journal.append({
      kind: 'receipt_corrected',
      payload: { ...told(built, correctionLabel('W4', 1, 1)), correction, reason: 'wrong_account' },
      postings: correctionPostings({ label, drawer: DRAWER, isDrawerOpen: true }, correction, funds),
      approver: 'j.whitebear',
    });
    await other.send();
    expect(await undone()).toEqual(['correction']);
    expect(await undone(SECOND)).toEqual([null]);
  });

  const refund = (built: BuiltReceipt, number: number, amount: number) => {
    const line = partOf(built.receipt.lines[0] as AccountLine, cents(amount));
    const means = { kind: 'warrant' as const };
    const refunding = { parts: [{ place: 0, line }], cents: amount, roundingCents: 0, means };
    other.journal.append({
      kind: 'refund_issued',
      payload: { ...told(built, refundLabel('W4', 1, number)), ...refunding, number, reason: 'overpaid' },
      postings: refundPostings(built.receipt.label, refunding, funds),
      approver: 'j.whitebear',
    });
  };

  test('bug: what was refunded in part was told as refunded', async () => {
    const [whole, built] = [await payAt(other, 20_00), await payAt(other, 20_00)];
    refund(whole, 1, 20_00);
    refund(built, 2, 8_00);
    await other.send();
    expect(await undone()).toEqual(['refund_in_part', 'refund']);
  });

  test('say what was done last: a refund of a part, or a reversal', async () => {
    const [built, never] = [await payAt(other, 20_00), await payAt(other, 5_00)];
    refund(built, 1, 8_00);
    const parts = never.receipt.lines.map((whole, place) => ({ place, line: whole }));
    const tenders = [{ tender: 'cash' as const, cents: 5_00 }];
    const reversal = { parts, tenders, credits: [], roundingCents: 0 };
    other.journal.append({
      kind: 'receipt_reversed',
      payload: { ...told(never, reversalLabel('W4', 1, 1)), ...reversal, reason: 'keyed_twice' },
      postings: reversalPostings(never.receipt.label, reversal, funds),
      approver: 'j.whitebear',
    });
    await other.send();
    expect(await undone()).toEqual(['reversal', 'refund_in_part']);
  });
});
