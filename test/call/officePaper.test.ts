import { counterAccounts } from '../support/counterAccounts.ts';
import { depositsOffice, everyDeposit } from '../support/depositsOffice.ts';
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
