import { accounts, charges, people as peopleTable, policies } from '#db/station/schema';
import { FEED_ROWS_MAX } from '#main/sync/wire';
import { account, charge, PINS, POLICY } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';
const HOW_MANY = 2 * FEED_ROWS_MAX + 300;

let station: TestStation;
afterEach(() => station.close());

const stock = (count: number) => [
  account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)]),
  ...Array.from({ length: count - 1 }, (_, place) =>
    account(`50-${String(place).padStart(5, '0')}-01`, `Customer ${place}`, [
      charge('service', 'Sep–Oct 2026', '2026-11-30', 100),
    ]),
  ),
];

async function begun(count = 1): Promise<Caller> {
  station = await createStation({ accounts: stock(count) });
  await station.settled();
  return station.signedIn('m.ortiz');
}

const kept = () => station.look.select().from(accounts).all();

test('many pages come down whole, each once', async () => {
  await begun(HOW_MANY);
  for (let tries = 0; kept().length < HOW_MANY && tries < 20; tries++) await station.wait(1);
  expect(kept()).toHaveLength(HOW_MANY);
  expect(station.look.select().from(charges).all()).toHaveLength(HOW_MANY);
  expect(station.look.select().from(peopleTable).all()).toHaveLength(PINS.size);
  const before = station.ledger.requests;
  await station.wait(25);
  // Nothing new: a page every ten seconds and no more.
  expect(station.ledger.requests - before).toBeLessThanOrEqual(3);
});

test('what is taken while many pages come down goes up between two of them', async () => {
  const asked: string[] = [];
  let atNextPage: (() => Promise<unknown>) | null = null;
  station = await createStation({
    accounts: stock(HOW_MANY),
    host: (usual) => ({
      async fetch(input, init) {
        const { pathname } = new URL(String(input));
        const meanwhile = pathname === '/v1/feed' ? atNextPage : null;
        if (meanwhile) atNextPage = null;
        await meanwhile?.();
        asked.push(pathname);
        return usual.fetch(input, init);
      },
    }),
  });
  for (let tries = 0; kept().length < HOW_MANY && tries < 20; tries++) await station.wait(1);
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  await station.settled();
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }];
  asked.length = 0;
  atNextPage = () => ortiz.tell('takePayment', { drawer, lines, tenders: [{ kind: 'cash', cents: 100 }] });
  // Every account changes, so that all pages come down once more.
  for (const { accountNumber } of stock(HOW_MANY))
    station.ledger.books.change(accountNumber, (known) => {
      known.parcel = '0419';
    });
  for (let tries = 0; asked.filter((path) => path === '/v1/feed').length < 3 && tries < 20; tries++)
    await station.wait(1);
  expect(asked.slice(0, 4)).toEqual(['/v1/feed', '/v1/journal', '/v1/feed', '/v1/feed']);
  expect(station.ledger.entries).toHaveLength(2);
});

test('a page that was cut off is read again; a payment meanwhile is no trouble', async () => {
  const ortiz = await begun();
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  await station.settled();
  station.ledger.books.change(HALE, (known) => {
    known.customer = 'Hale-Ray, Dorothea';
  });
  station.ledger.line = 'gibberish';
  await station.wait(15);
  await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account', accountNumber: HALE, cents: 640 }],
    tenders: [{ kind: 'cash', cents: 640 }],
  });
  expect((await ortiz.ask('account', { accountNumber: HALE })).customer).toBe('Hale, Dorothea');
  station.ledger.line = 'up';
  await station.settled();
  await station.wait(15);
  expect(await ortiz.ask('account', { accountNumber: HALE })).toMatchObject({
    customer: 'Hale-Ray, Dorothea',
    balanceCents: 8_000,
  });
  expect((await ortiz.ask('findAccounts', { text: 'hale-ray' })).hits.map((hit) => hit.accountNumber)).toEqual([HALE]);
});

test('the age of what is known stands still while nothing comes down', async () => {
  const ortiz = await begun();
  station.ledger.line = 'down';
  await station.wait(30);
  const { accountsAsOf } = (await ortiz.ask('station', {})).sync;
  await station.wait(600);
  const asOf = [
    (await ortiz.ask('station', {})).sync.accountsAsOf,
    (await ortiz.ask('account', { accountNumber: HALE })).asOf,
  ];
  expect(asOf).toEqual([accountsAsOf, accountsAsOf]);
  expect(accountsAsOf).toBeLessThan(station.clock.now() - 600_000);
  station.ledger.line = 'up';
  await station.settled();
  await station.wait(1);
  expect((await ortiz.ask('station', {})).sync.accountsAsOf).toBeGreaterThan(station.clock.now() - 30_000);
});

test('a bill that is new, one that was taken back, and one paid elsewhere are seen within a quiet turn', async () => {
  const ortiz = await begun();
  const open = async () => (await ortiz.ask('account', { accountNumber: HALE })).charges.map((one) => one.openCents);
  station.ledger.books.change(
    HALE,
    (known) => void known.charges.push(charge('penalty', 'Nov 2026', '2026-12-01', 500)),
  );
  await station.wait(12);
  expect(await open()).toEqual([500, 8_640]);
  station.ledger.books.payElsewhere(HALE, 8_640);
  await station.wait(12);
  expect(await open()).toEqual([500]);
  station.ledger.books.change(HALE, (known) => {
    known.charges = [];
  });
  await station.wait(12);
  expect(await open()).toEqual([]);
});

test('a later policy is in force from the next call on, without a restart', async () => {
  const ortiz = await begun();
  const limits = { ...POLICY.limits, floatMaxCents: 100 };
  station.look
    .insert(policies)
    .values({ version: 900, policy: JSON.stringify({ ...POLICY, limits }) })
    .run();
  expect((await ortiz.ask('station', {})).limits?.floatMaxCents).toBe(100);
  const refusal = await ortiz.refused('openDrawer', {
    commandId: station.host.newId(),
    businessDay: '2026-11-23',
    float: { 200: 1 },
  });
  expect(refusal).toBe('float_too_large');
});

test('what is read down is announced to those who look at accounts', async () => {
  const ortiz = await begun();
  const heard: string[] = [];
  ortiz.door.listen(({ topics }) => heard.push(...topics));
  await station.wait(12);
  expect(heard).not.toContain('accounts');
  station.ledger.books.payElsewhere(HALE, 100);
  await station.wait(12);
  expect(heard).toContain('accounts');
});
