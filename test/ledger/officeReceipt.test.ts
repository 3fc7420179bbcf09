import type { Output } from '#contract/contract';
import { headOf } from '#db/station/journal';
import { receiptDocuments } from '#domain/receiptDocuments';
import { ACCOUNTS } from '../support/dayCallers.ts';
import { type DistrictAtWork, districtAtWork } from '../support/districtAtWork.ts';
import { accountRow, accountsCsv, chargesCsv, districtFile } from '../support/ledger.ts';
import { PEOPLE } from '../support/officeDay.ts';
import type { Caller } from '../support/station.ts';
import { atWallTime } from '../support/wallClock.ts';
import { week } from '../support/week.ts';

/* A receipt is looked at from any station, with its slips, as the station that took it has them. */

const MONDAY = `
  2026-11-23
  07:30  office  fund     1,000.00  Resolution 2026-14                            safe 1,000.00
  08:00  W1      open     A1 Haddad  float 200.00                                 ok
  08:10  W2      open     B1 Kowalczyk  float 200.00                              ok
  08:20  W1      take     a1 A1  misc 40.00  check 1187 40.00                     change 0.00
  08:30  W1      take     a2 A1  Hale 30.00  cash 50.00                           change 20.00
  08:40  W1      take     a3 A1  permit for Hale, misc 20.00  card 8841 1183.25   change 0.00
  08:50  W1      take     a4 A1  Ivanov 45.00  cash 45.00                         change 0.00
  09:00  W1      take     a5 A1  misc 25.00  cash 25.00                           change 0.00
  09:05  W1      take     a6 A1  misc 25.00  cash 25.00                           change 0.00
  09:10  W1      void     a2  wrong account                                       back 30.00
  09:20  W1      correct  a4  line 1 to Nguyen 45.00                              W1-C000001
  09:30  W1      refund   a5  line 1 10.00  by cash                               back 10.00
  16:30  W1      count    A1  cash 260.00, check 1187 40.00, card 1183.25         short 25.00
  16:40  W1      close    A1  keyed twice                                         Z1 of 1,348.25
  16:50  W1      reverse  a6  keyed twice                                         W1-V000001
`;
const COUNTED = `
  17:10  office  counted  A1  float 200.00, cash 60.00, check 1 40.00, float-return 200.00  Whitebear  agrees
`;
const LABELS = [1, 2, 3, 4, 5, 6].map((number) => `W1-00000${number}`);
const BANNER = '*** OFFICE COPY ***';

let district: DistrictAtWork;
let auditor: Caller;

beforeAll(async () => {
  district = await districtAtWork({
    file: districtFile('quarry-bay', { people: PEOPLE }),
    accounts: accountsCsv(...Object.entries(ACCOUNTS).map(([name, number]) => accountRow(number, name))),
    charges: chargesCsv(),
    series: ['W1', 'W2'],
    start: atWallTime('07:00', Date.parse('2026-11-23'), '2026-11-23'),
  });
  await week(district, MONDAY);
  auditor = await at('W2', 's.park');
});
afterAll(() => district.close());

async function at(series: string, person: string): Promise<Caller> {
  const day = district.stations.get(series);
  if (!day) throw new Error(`there is no station ${series}`);
  return day.station.signedIn(person);
}

/** A receipt at its own station: what it says, and its slips row by row. */
async function atHome(label: string): Promise<{ view: Output<'receipt'>; slips: string[][] }> {
  const home = await at('W1', 'i.solheim');
  const view = await home.ask('receipt', { label });
  const slips: string[][] = [];
  for (const document of receiptDocuments(view)) slips.push((await home.ask('slip', { document })).rows);
  return { view, slips };
}

const worded = (rows: readonly string[]) => rows.filter((row) => row.trim() !== '' && row.trim() !== BANNER);

test('it is told only once its batch is counted, whoever asks: till then it adds up to what the drawer holds', async () => {
  for (const person of ['s.park', 'j.whitebear', 'e.lindqvist']) {
    const caller = await at('W2', person);
    expect(await caller.refused('officeReceipt', { label: 'W1-000001' })).toBe('batch_not_told');
    expect(await caller.refused('batchReceipts', { batch: 'W1-B0001' })).toBe('batch_not_told');
  }
  const office = await week(district, COUNTED);
  expect(office).toBeDefined();
  expect((await auditor.ask('officeReceipt', { label: 'W1-000001' })).totalCents).toBe(4_000);
});

test('bug: an auditor at another station was told that there is no such receipt', async () => {
  for (const label of LABELS) {
    const { view, slips } = await atHome(label);
    expect(await auditor.refused('receipt', { label })).toBe('receipt_unknown');
    const { slips: copies, ...seen } = await auditor.ask('officeReceipt', { label });
    expect(view).toMatchObject(seen);
    expect(copies.map(({ document }) => document)).toEqual(receiptDocuments(view));
    expect(copies.map(({ rows }) => worded(rows))).toEqual(slips.map(worded));
    for (const { rows } of copies) expect(rows.filter((row) => row.trim() === BANNER)).toHaveLength(2);
  }
});

test('with all that was done to it: void, permit, correction, refund and reversal', async () => {
  const kinds: string[] = [];
  for (const label of LABELS) {
    const { slips } = await auditor.ask('officeReceipt', { label });
    kinds.push(slips.map(({ document }) => document.kind).join(' '));
  }
  expect(kinds).toEqual([
    ...['receipt', 'receipt void', 'receipt permit'],
    ...['receipt correction', 'receipt refund', 'receipt reversal'],
  ]);
});

test('a batch tells its receipts by number, and what became of each', async () => {
  const { receipts, more } = await auditor.ask('batchReceipts', { batch: 'W1-B0001' });
  expect(more).toBe(false);
  expect(receipts.map(({ label, totalCents, undone }) => [label, totalCents, undone])).toEqual([
    ['W1-000001', 4_000, null],
    ['W1-000002', 3_000, 'void'],
    ['W1-000003', 118_325, null],
    ['W1-000004', 4_500, 'correction'],
    ['W1-000005', 2_500, 'refund_in_part'],
    ['W1-000006', 2_500, 'reversal'],
  ]);
  expect(receipts.map(({ tenders }) => tenders.join())).toEqual(['check', 'cash', 'card', 'cash', 'cash', 'cash']);
});

test('looking records nothing, neither here nor there, and is not for cashiers', async () => {
  const before = await sequences();
  await auditor.ask('officeReceipt', { label: 'W1-000002' });
  await district.settled();
  expect(await sequences()).toEqual(before);
  const cashier = await at('W2', 'm.ortiz');
  expect(await cashier.refused('officeReceipt', { label: 'W1-000001' })).toBe('not_permitted');
  expect(await cashier.refused('batchReceipts', { batch: 'W1-B0001' })).toBe('not_permitted');
});

/** How long each station's journal is, and how often the slip of the receipt looked at went to a printer. */
async function sequences(): Promise<unknown[]> {
  const { view } = await atHome('W1-000002');
  return [view.copies, ...[...district.stations.values()].map(({ station }) => headOf(station.look, 1).sequence)];
}

test.each(['W1-000007', 'W1.2-000001', 'W1-B0001', 'L-P0001', 'W1-V000001', 'W9-000001', 'anything'])(
  'what is no receipt here is said to be none: %s',
  async (label) => expect(await auditor.refused('officeReceipt', { label })).toBe('trace_unknown'),
);

test('while the ledger does not answer it is refused in a sentence', async () => {
  const day = district.stations.get('W2');
  if (!day) throw new Error('there is no station W2');
  day.station.ledger.line = 'down';
  expect(await auditor.refused('officeReceipt', { label: 'W1-000001' })).toBe('office_offline');
  day.station.ledger.line = 'up';
});
