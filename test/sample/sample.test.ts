import { execFileSync } from 'node:child_process';
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { AccountHolder, OpenCharge } from '#domain/account';
import { readAmount } from '#domain/amountEntry';
import { DistrictFile } from '#domain/district';
import { accountDigits, writeScanline } from '#formats/scanline';
import { checkStateChart } from '#main/ledger/checkStateChart';
import { sampleAccounts } from '#main/sample/accounts';
import { periodBefore } from '#main/sample/billing';
import { seededChance } from '#main/sample/chance';
import { BILL_LINE } from '#main/sample/district';
import { SAMPLE_DAY, writeSample } from '#main/sample/writeSample';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-sample-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

type Row = Record<string, string>;
const rowsOf = (file: string): Row[] => parse(readFileSync(file, 'utf8'), { columns: true });

test('every row of a sample is what a station accepts', async () => {
  const files = await writeSample({ folder, accounts: 3_000, seed: 7 });
  const district = DistrictFile.parse(JSON.parse(readFileSync(files.district, 'utf8')));
  const chart = new Set(district.chart.map(({ fund, bars }) => `${fund} ${bars}`));
  const numbers = new Set<string>();
  for (const row of rowsOf(files.accounts)) {
    const { accountNumber } = AccountHolder.parse({
      accountNumber: row.account,
      customer: row.customer,
      serviceAddress: row.service_address,
      mailingAddress: row.mailing_address,
      parcel: row.parcel,
      phone: row.phone,
      email: row.email,
      status: row.status,
      language: row.language,
      flags: row.flags === '' ? [] : row.flags?.split(' '),
      contract: row.contract,
      permits: row.permits === '' ? [] : row.permits?.split(' '),
      notes: row.notes,
    });
    numbers.add(accountNumber);
    expect(writeScanline(BILL_LINE, { account: accountNumber })).toHaveLength(42);
    expect(accountDigits(accountNumber)).toHaveLength(9);
  }
  expect(numbers.size).toBe(3_000);
  const keys = new Set<string>();
  const charges = rowsOf(files.charges);
  for (const row of charges) {
    const amount = readAmount(row.amount ?? '');
    expect(amount.state).toBe('amount');
    OpenCharge.parse({
      chargeId: 1,
      kind: row.kind,
      period: row.period,
      dueDay: row.due,
      openCents: amount.state === 'amount' ? amount.amount : 0,
      fund: row.fund,
      bars: row.bars,
    });
    expect(chart).toContain(`${row.fund} ${row.bars}`);
    expect(numbers).toContain(row.account);
    keys.add([row.account, row.kind, row.period, row.due].join('|'));
  }
  expect(keys.size).toBe(charges.length);
});

test('all that the counter must cope with is in the default sample', () => {
  const accounts = [...sampleAccounts(5_000, 1, SAMPLE_DAY)];
  const names = accounts.map(({ holder }) => holder.customer);
  const having = (wanted: (account: (typeof accounts)[number]) => boolean) => accounts.filter(wanted).length;
  expect(names.filter((name) => /[А-я]/.test(name)).length).toBeGreaterThan(50);
  expect(names.filter((name) => /[ễầạ]/.test(name)).length).toBeGreaterThan(50);
  expect(names.filter((name) => name.startsWith('García')).length).toBeGreaterThan(2);
  expect(names.length - new Set(names).size).toBeGreaterThan(100);
  expect(having(({ holder }) => holder.status === 'closed')).toBeGreaterThan(200);
  expect(having(({ charges }) => charges.filter((charge) => charge.kind === 'penalty').length > 2)).toBeGreaterThan(50);
  expect(having(({ charges }) => charges.some((charge) => charge.kind === 'contract'))).toBeGreaterThan(50);
  for (const flag of ['no-checks', 'autopay', 'shut-off', 'lien', 'contract', 'commercial'] as const) {
    expect(having(({ holder }) => holder.flags.includes(flag))).toBeGreaterThan(10);
  }
  for (const kind of ['fee', 'interest', 'penalty', 'contract', 'service', 'permit']) {
    expect(having(({ charges }) => charges.some((charge) => charge.kind === kind))).toBeGreaterThan(10);
  }
  expect(having(({ charges }) => charges.length === 0)).toBeGreaterThan(500);
});

test('a seed writes the same files again, another seed others', async () => {
  const first = await writeSample({ folder: join(folder, 'a'), accounts: 500, seed: 3 });
  const again = await writeSample({ folder: join(folder, 'b'), accounts: 500, seed: 3 });
  const other = await writeSample({ folder: join(folder, 'c'), accounts: 500, seed: 4 });
  for (const file of ['accounts', 'charges'] as const) {
    expect(readFileSync(again[file], 'utf8')).toBe(readFileSync(first[file], 'utf8'));
    expect(readFileSync(other[file], 'utf8')).not.toBe(readFileSync(first[file], 'utf8'));
  }
});

test('a larger sample begins with the smaller one', () => {
  expect([...sampleAccounts(700, 9, SAMPLE_DAY)].slice(0, 300)).toEqual([...sampleAccounts(300, 9, SAMPLE_DAY)]);
});

test('no account repeats where routes change over', () => {
  const numbers = new Set<string>();
  const parcels = new Map<string, string>();
  for (const { holder } of sampleAccounts(125_000, 1, SAMPLE_DAY)) {
    numbers.add(holder.accountNumber);
    parcels.set(holder.parcel, holder.accountNumber.slice(0, -3));
  }
  expect([...numbers].some((number) => number.startsWith('42-'))).toBe(true);
  expect(numbers.size).toBe(125_000);
  expect(parcels.size).toBe(new Set(parcels.values()).size);
}, 30_000);

test('the private check key is the owner’s alone, fits the public one, and stays when a sample is written again', async () => {
  const files = await writeSample({ folder, accounts: 1, seed: 1 });
  expect(statSync(files.checkKey).mode & 0o777).toBe(0o600);
  const before = readFileSync(files.district, 'utf8');
  const { checkSealingKey } = DistrictFile.parse(JSON.parse(before));
  const key = createPrivateKey(readFileSync(files.checkKey, 'utf8'));
  expect(key.asymmetricKeyType).toBe('x25519');
  expect(createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')).toBe(checkSealingKey);
  await writeSample({ folder, accounts: 1, seed: 1 });
  expect(readFileSync(files.district, 'utf8')).toBe(before);
});

test('first PINs all differ', async () => {
  const files = await writeSample({ folder, accounts: 0, seed: 1 });
  const { people } = DistrictFile.parse(JSON.parse(readFileSync(files.district, 'utf8')));
  expect(new Set(people.map((person) => person.firstPin)).size).toBe(people.length);
  expect(new Set(people.map((person) => person.role))).toEqual(
    new Set(['cashier', 'supervisor', 'finance', 'auditor']),
  );
});

test.each([
  ['2026-11-23', 'Sep–Oct 2026', '2026-11-30'],
  ['2026-12-31', 'Sep–Oct 2026', '2026-11-30'],
  ['2027-01-01', 'Nov–Dec 2026', '2027-01-31'],
  ['2028-03-15', 'Jan–Feb 2028', '2028-03-31'],
  ['2028-02-29', 'Nov–Dec 2027', '2028-01-31'],
])('on %s the last bill is %s, due %s', (day, name, dueDay) => {
  expect(periodBefore(day, 0)).toEqual({ name, dueDay });
});

test('bills before the last one go back over the year', () => {
  expect(periodBefore('2026-01-10', 1)).toEqual({ name: 'Sep–Oct 2025', dueDay: '2025-11-30' });
});

test('chance of a seed is spread evenly', () => {
  const chance = seededChance(5);
  const drawn = Array.from({ length: 10 }, () => 0);
  for (let lot = 0; lot < 10_000; lot++) {
    const value = chance.whole(10);
    drawn[value] = (drawn[value] ?? 0) + 1;
  }
  for (const times of drawn) expect(Math.abs(times - 1_000)).toBeLessThan(150);
});

describe('the command', () => {
  const run = (...args: string[]) => execFileSync(process.execPath, ['main/sample/cli.ts', ...args], { stdio: 'pipe' });

  test('writes a sample where it is told', () => {
    expect(run('--accounts', '40', '--seed', '2', '--to', folder).toString()).toContain('40 accounts');
    expect(rowsOf(join(folder, 'accounts.csv'))).toHaveLength(40);
  });

  test.each([
    [['--accounts', 'many'], '--accounts must be a whole number'],
    [['--accounts', '-5'], '--accounts must be a whole number from 0 to 1000000, not -5'],
    [['--day', '2026-13-01'], '--day 2026-13-01 is no day'],
    [['--colour', 'red'], 'colour'],
  ])('refuses %j', (args, sentence) => {
    expect(() => run(...args, '--to', folder)).toThrow(sentence);
  });
});

test('the State Auditor’s files of a sample allow every place of its chart', async () => {
  const files = await writeSample({ folder, accounts: 0, seed: 1 });
  const district = DistrictFile.parse(JSON.parse(readFileSync(files.district, 'utf8')));
  const spooled = (path: string) => ({ path, digest: 'd' });
  const held = await checkStateChart(district, { bars: spooled(files.bars), barsFunds: spooled(files.barsFunds) });
  expect(held).toMatchObject({ places: district.chart.length });
});
