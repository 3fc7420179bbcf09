import { counterAccounts } from '../support/counterAccounts.ts';
import { dayOffice, MONDAY } from '../support/dayOffice.ts';
import { depositsOffice, everyDeposit } from '../support/depositsOffice.ts';
import { reportsOffice } from '../support/reportsOffice.ts';
import { createStation, type TestStation } from '../support/station.ts';

const office = depositsOffice(everyDeposit());
let station: TestStation;

beforeEach(async () => {
  station = await createStation({ accounts: counterAccounts(), host: office.line });
});
afterEach(() => station.app.close());

const made = { paper: { of: 'deposit' as const, deposit: 'L-P0229' } };

test('a deposit that was made is a PDF on letter paper', async () => {
  const { fileName, base64 } = await (await station.signedIn('j.whitebear')).ask('officePaper', made);
  expect(fileName).toBe('L-P0229.pdf');
  expect(Buffer.from(base64, 'base64').toString('latin1')).toContain('/MediaBox [0 0 612 792]');
});

test('one that a single person counted is not told to the second, and one that is not there to nobody', async () => {
  const supervisor = await station.signedIn('i.solheim');
  for (const name of ['officePaper', 'printOffice']) {
    expect(await supervisor.refused(name, { paper: { of: 'deposit', deposit: 'L-P0231' } })).toBe('deposit_not_made');
    expect(await supervisor.refused(name, { paper: { of: 'deposit', deposit: 'L-P0230' } })).toBe('deposit_not_made');
    expect(await supervisor.refused(name, { paper: { of: 'deposit', deposit: 'L-P0999' } })).toBe('deposit_unknown');
    expect(await supervisor.refused(name, { paper: { of: 'wages' } })).toBe('bad_input');
  }
});

test('its slip comes out of this station’s printer, and the next print says which one it is', async () => {
  const supervisor = await station.signedIn('j.whitebear');
  expect(await supervisor.ask('printOffice', made)).toEqual({ copy: 1 });
  await station.quiet();
  expect(await supervisor.ask('printOffice', made)).toEqual({ copy: 2 });
  await station.quiet();
  const { slips } = await supervisor.ask('paper', {});
  expect(slips.map(({ rows }) => rows.some((row) => row.includes('DUPLICATE')))).toEqual([true, false]);
  expect(slips[1]?.rows.join('\n')).toMatch(/Deposit L-P0229[\s\S]*Checks of W1-B0411[\s\S]*Total +6,596\.80/);
});

test('nothing is printed while the ledger does not answer', async () => {
  office.isAway = true;
  expect(await (await station.signedIn('j.whitebear')).refused('printOffice', made)).toBe('office_offline');
  office.isAway = false;
});

const report = { of: 'report' as const, report: 'receipts' as const, from: '2026-11-23', to: '2026-11-23' };

test('a report is a PDF of all its pages, one that no paper holds is refused', async () => {
  const reports = reportsOffice(2_400);
  const there = await createStation({ accounts: [], host: reports.line });
  const auditor = await there.signedIn('s.park');
  const { fileName, base64 } = await auditor.ask('officePaper', { paper: report });
  expect(fileName).toBe('receipts 2026-11-23.pdf');
  expect(Buffer.from(base64, 'base64').toString('latin1')).toContain('/MediaBox [0 0 792 612]');
  expect(reports.asked.map(({ input }) => input.after)).toEqual([undefined, '1000', '2000']);
  reports.receipts = 11_000;
  expect(await auditor.refused('officePaper', { paper: report })).toBe('report_too_long');
  expect(await auditor.refused('officePaper', { paper: { ...report, to: '2026-11-22' } })).toBe('span_backwards');
  await there.app.close();
});

test('a day is a PDF, made of what the ledger tells who asks', async () => {
  const told = dayOffice(MONDAY);
  const there = await createStation({ accounts: [], host: told.line });
  const auditor = await there.signedIn('s.park');
  const { fileName, base64 } = await auditor.ask('officePaper', { paper: { of: 'day', day: '2026-11-23' } });
  expect(fileName).toBe('day 2026-11-23.pdf');
  expect(Buffer.from(base64, 'base64').toString('latin1')).toContain('/MediaBox [0 0 792 612]');
  expect(told.asked).toMatchObject([{ call: 'day', person: 's.park', input: { day: '2026-11-23' } }]);
  await there.app.close();
});
