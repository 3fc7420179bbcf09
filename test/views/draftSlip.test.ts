import { standingPlaces } from '#domain/standing';
import { account, charge, POLICY } from '#test/support/quarryBay';
import { createStation, type TestStation } from '#test/support/station';

let station: TestStation;

beforeEach(async () => {
  station = await createStation({
    accounts: [account('40-11872-03', 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8640)])],
  });
});

afterEach(() => station.close());

test('shows the slip as it will print, number and time blank, and keeps nothing of it', async () => {
  const caller = await station.signedIn('m.ortiz');
  const { drawer } = await caller.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  const { charges } = await caller.ask('account', { accountNumber: '40-11872-03' });
  const { openCents: _, ...paid } = charges[0] ?? fail();
  const draft = {
    drawer,
    lines: [
      {
        kind: 'account' as const,
        accountNumber: '40-11872-03',
        cents: 9000,
        charges: [{ ...paid, cents: 8640 }],
        unappliedCents: 360,
        namedWhy: null,
      },
    ],
    tenders: [
      { kind: 'check' as const, cents: 5000, form: 'check' as const, checkNumber: '1187' },
      { kind: 'cash' as const, cents: 4000, tenderedCents: 5000, roundingCents: 0 },
    ],
    changeCents: 1000,
    roundingCents: 0,
    payer: 'Hale, Dorothea',
  };
  const { rows } = await caller.ask('draftSlip', draft);
  const text = rows.join('\n');
  expect(text).toMatch(/Receipt W3-\.\.\.\.\.\. +Nov 23, 2026/);
  expect(text).toMatch(/Marisol Ortiz, drawer W3-D0001 +\.\.:\.\./);
  expect(text).toMatch(/To your credit +3\.60/);
  expect(text).toMatch(/TOTAL +90\.00/);
  expect(text).toMatch(/Check no\. 1187 +50\.00\nCash +50\.00\nChange +10\.00/);
  expect(await caller.ask('receipts', {})).toEqual({ receipts: [] });
});

test.each([
  ['while the ledger is silent', 'down'],
  ['while it refuses us', 'refused'],
  ['as always', 'up'],
])('it says the same of the line as the slip that prints, %s', async (_, line) => {
  const caller = await station.signedIn('m.ortiz');
  const { drawer } = await caller.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  await station.settled();
  if (line === 'down') station.ledger.line = 'down';
  if (line === 'refused') station.ledger.refusal = { status: 401, code: 'ledger_token_wrong', sentence: 'No.' };
  await station.wait(30);
  const lines = [{ kind: 'account' as const, accountNumber: '40-11872-03', cents: 100 }];
  const cash = { kind: 'cash' as const, cents: 100 };
  const draft = await caller.ask('draftSlip', {
    drawer,
    lines: [
      { kind: 'account', accountNumber: '40-11872-03', cents: 100, charges: [], unappliedCents: 100, namedWhy: null },
    ],
    tenders: [{ ...cash, tenderedCents: 100, roundingCents: 0 }],
    changeCents: 0,
    roundingCents: 0,
    payer: 'Hale, Dorothea',
  });
  const { label } = await caller.tell('takePayment', { drawer, lines, tenders: [cash] });
  const printed = await caller.ask('slip', { document: { kind: 'receipt', label } });
  const isOffline = (rows: string[]) => /Taken while offline/.test(rows.join('\n'));
  expect([isOffline(draft.rows), isOffline(printed.rows)]).toEqual([line === 'down', line === 'down']);
});

test('the chart says what each account of the general ledger is called', async () => {
  const caller = await station.signedIn('m.ortiz');
  const { accounts, places } = await caller.ask('chart', {});
  expect(accounts).toContainEqual({ fund: '401', bars: '3435001', name: 'Sewer service charges, homes' });
  const standing = standingPlaces(POLICY.standing, ['401', '402'], ['401', '402']);
  const kept = new Set([...standing, ...receivables()].map(nameOf));
  expect(places.filter((place) => kept.has(nameOf(place)))).toEqual([]);
  expect(places).toHaveLength(accounts.length - kept.size);
});

function fail(): never {
  throw new Error('there is no charge');
}

function receivables() {
  return POLICY.funds.flatMap(({ fund, basis }) =>
    basis.kind === 'accrual' ? [{ fund, bars: basis.receivable }] : [],
  );
}

function nameOf({ fund, bars }: { fund: string; bars: string }): string {
  return `${fund} ${bars}`;
}
