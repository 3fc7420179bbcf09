import { openStation, type StationDb, writing } from '#db/station/open';
import { type JournalLine, replay } from '#db/station/replay';
import { commands, entries, messages, printJobs, station as stations } from '#db/station/schema';
import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { everyRow } from '../support/tables.ts';

/* Entries that a database lost are put back from wherever their lines are kept: with every row that they make. */

const HALE = '40-11872-03';
let station: TestStation;
let ortiz: Caller;
let drawer: string;
let other: StationDb;

beforeEach(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Hale, Dorothea', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 100: 1 } }));
  other = openStation(':memory:');
  const [self] = station.look.select().from(stations).all();
  if (self) other.insert(stations).values(self).run();
});
afterEach(async () => {
  other.$client.close();
  await station.close();
});

async function paid(delivery: 'paper' | 'both' = 'paper'): Promise<string> {
  const lines = [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }];
  const email = delivery === 'both' ? { email: 'hale@example.org' } : {};
  const paying = { drawer, lines, tenders: [{ kind: 'cash' as const, cents: 100 }], delivery, ...email };
  return (await ortiz.tell('takePayment', paying)).label;
}

async function voided(label: string): Promise<void> {
  const voiding = { label, reason: 'wrong_amount', slip: await headOnSlip(ortiz, label) } as const;
  const { mark } = await ortiz.ask('voidProposal', voiding);
  const pin = PINS.get('j.whitebear') ?? '';
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin });
  await ortiz.tell('voidReceipt', { ...voiding, approval });
}

function lines(): JournalLine[] {
  const known = new Map(
    station.look
      .select()
      .from(commands)
      .all()
      .map((row) => [row.commandId, row]),
  );
  return station.look
    .select()
    .from(entries)
    .orderBy(entries.position)
    .all()
    .map(({ text, hash, personal }) => ({
      entry: { text, hash, personal: personal === null ? null : JSON.parse(personal) },
      command: known.get(JSON.parse(text).commandId) ?? null,
    }));
}

const replayed = (all: readonly JournalLine[]) =>
  writing(other, (tx) => {
    for (const line of all) replay(tx, line);
  });
/** What is not of the journal: it came down, or is the machine's own. */
const BESIDE = [
  'accounts',
  'charges',
  'account_search',
  'spellings',
  'people',
  'policies',
  'pin_attempts',
  'approvals',
];
const rows = (db: StationDb) =>
  everyRow(db, [...BESIDE, 'sync', 'contact', 'settings', 'print_jobs', 'messages', 'migrations']);

test('every row is as it was: receipts, a void and the yes that it spent, a close', async () => {
  await paid();
  await voided(await paid('both'));
  await ortiz.tell('startCount', { drawer });
  const count = { cash: { 100: 2 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  const { countNumber } = await ortiz.tell('submitCount', { drawer, count });
  await ortiz.tell('closeDrawer', { drawer, countNumber });
  replayed(lines());
  expect(rows(other)).toEqual(rows(station.look));
  expect(rows(other).approval_uses).toHaveLength(1);
});

/** The slips of the other database, and how each stands. */
const slips = () =>
  other
    .select()
    .from(printJobs)
    .all()
    .map(({ document, state }) => [document, state]);

test('whether slips and messages had gone out nobody knows: a person says so (F65)', async () => {
  await voided(await paid('both'));
  replayed(lines());
  expect(slips()).toEqual([
    ['receipt', 'in_doubt'],
    ['void', 'in_doubt'],
  ]);
  expect(other.select().from(messages).all()).toMatchObject([
    { kind: 'slip', address: 'hale@example.org', state: 'failed', doubtful: true },
    { kind: 'notice', accountNumber: HALE, state: 'letter' },
  ]);
});

test('slips of a drawer that has closed since came out, but for the last and those that its close calls missing', async () => {
  await paid();
  await paid();
  await ortiz.tell('startCount', { drawer });
  const count = { cash: { 100: 3 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
  const { countNumber } = await ortiz.tell('submitCount', { drawer, count });
  await ortiz.tell('closeDrawer', { drawer, countNumber });
  replayed(lines());
  expect(slips()).toEqual([
    ['receipt', 'printed'],
    ['receipt', 'printed'],
    ['z', 'in_doubt'],
  ]);
});

describe('is refused, and leaves nothing', () => {
  const first = () => lines()[0] as JournalLine;
  const tampered = (change: (text: string) => string): JournalLine => {
    const { entry, command } = first();
    return { entry: { ...entry, text: change(entry.text) }, command };
  };
  test.each([
    [
      'a text that is not what was hashed',
      () => [tampered((text) => text.replace('"2026-11-23"', '"2026-11-24"'))],
      /hash/,
    ],
    ['a line that was left out', () => lines().slice(1), /does not follow/],
    ['a line twice', () => [first(), first()], /does not follow/],
    [
      'the command of another entry',
      () => [{ ...first(), command: { commandId: 'x', name: 'openDrawer', inputDigest: '', reply: '{}' } }],
      /not written by the command/,
    ],
  ])('%s', async (_what, those, why) => {
    await paid();
    expect(() => replayed(those())).toThrow(why);
    expect(other.select().from(entries).all()).toEqual([]);
  });

  test('what is personal and was changed', async () => {
    await paid();
    const [opened, issued] = lines() as [JournalLine, JournalLine];
    const personal = { ...issued.entry.personal, salt: issued.entry.personal?.salt ?? '', payer: 'Nobody' };
    expect(() => replayed([opened, { ...issued, entry: { ...issued.entry, personal } }])).toThrow(/personal/);
  });

  test('a journal of another series', () => {
    const [self] = station.look.select().from(stations).all();
    const elsewhere = openStation(':memory:');
    if (self)
      elsewhere
        .insert(stations)
        .values({ ...self, series: 'W4' })
        .run();
    expect(() => writing(elsewhere, (tx) => replay(tx, first()))).toThrow(/of another journal/);
    elsewhere.$client.close();
  });
});
