import { account, charge, PINS } from '../support/quarryBay.ts';
import { headOnSlip } from '../support/slips.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';

const HALE = '40-11872-03';

let station: TestStation;
let ortiz: Caller;
let label: string;
let z: string;

beforeAll(async () => {
  station = await createStation({
    accounts: [account(HALE, 'Nguyễn, Минь', [charge('service', 'Sep–Oct 2026', '2026-11-30', 8_640)])],
  });
  ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  const pay = { drawer, lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 8_640 }] };
  ({ label } = await ortiz.tell('takePayment', { ...pay, tenders: [{ kind: 'cash', cents: 10_000 }] }));
  const about = {
    label,
    reason: 'wrong_account' as const,
    words: 'Belongs to parcel 17',
    slip: await headOnSlip(ortiz, label),
  };
  const { mark } = await ortiz.ask('voidProposal', about);
  const { approval } = await ortiz.ask('approve', { mark, person: 'j.whitebear', pin: PINS.get('j.whitebear') ?? '' });
  await ortiz.tell('voidReceipt', { ...about, approval });
  await ortiz.tell('startCount', { drawer });
  await ortiz.tell('submitCount', { drawer, count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 } });
  ({ z } = await ortiz.tell('closeDrawer', { drawer, countNumber: 1 }));
});
afterAll(() => station.close());

const documents = () =>
  [
    { kind: 'receipt', label },
    { kind: 'void', label },
    { kind: 'z', label: z },
  ] as const;

test('a slip on the screen is the slip that printed, row by row', async () => {
  await station.lastSlip();
  const { slips } = await ortiz.ask('paper', {});
  expect(slips.map((slip) => slip.job)).toEqual([3, 2, 1]);
  const [closing, voiding, receipt] = slips;
  const rows = async (place: 0 | 1 | 2) => (await ortiz.ask('slip', { document: documents()[place] })).rows;
  // What was void by then says so when it is looked at; the paper of that moment did not.
  expect((await rows(0)).join('\n')).toContain('VOID');
  expect(receipt?.rows.join('\n')).toContain(label);
  expect(await rows(1)).toEqual(voiding?.rows);
  expect(await rows(2)).toEqual(closing?.rows);
  expect([receipt?.kicked, voiding?.kicked, closing?.kicked]).toEqual([true, true, false]);
});

test('no row is wider than the paper', async () => {
  for (const document of documents()) {
    const { width, rows } = await ortiz.ask('slip', { document });
    expect(rows.filter((row) => [...row.normalize('NFC')].length > width)).toEqual([]);
  }
});

test('each document is a PDF with a page, named for what it is', async () => {
  const names: string[] = [];
  for (const document of documents()) {
    const { fileName, base64 } = await ortiz.ask('slipPdf', { document });
    const bytes = Buffer.from(base64, 'base64').toString('latin1');
    expect(bytes).toMatch(/^%PDF-1\.\d/);
    expect(bytes.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(1);
    expect(bytes.trimEnd()).toMatch(/%%EOF$/);
    names.push(fileName);
  }
  expect(names).toEqual([`${label}.pdf`, `${label}-void.pdf`, `${z}.pdf`]);
});

test.each([
  ['receipt', 'W3-000099'],
  ['void', 'W3-000099'],
  ['z', 'W3-Z0099'],
  ['z', 'W3-000001'],
  ['receipt', 'W3-Z0001'],
])('a %s called %s is refused', async (kind, name) => {
  expect(await ortiz.refused('slip', { document: { kind, label: name } })).toBe('slip_unknown');
  expect(await ortiz.refused('slipPdf', { document: { kind, label: name } })).toBe('slip_unknown');
});

test('a void slip of a receipt that stands is refused', async () => {
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: {} });
  const standing = await ortiz.tell('takePayment', {
    drawer,
    lines: [{ kind: 'account' as const, accountNumber: HALE, cents: 100 }],
    tenders: [{ kind: 'cash', cents: 100 }],
  });
  expect(await ortiz.refused('slip', { document: { kind: 'void', label: standing.label } })).toBe('slip_unknown');
});

test('the head of the journal stands on each slip, so that a cut-off end shows (F80)', async () => {
  const entry = (kind: string) =>
    station.look.$client.prepare('SELECT hash, text FROM entries WHERE kind = ? ORDER BY position').get(kind) as {
      hash: string;
    };
  const short = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`.toUpperCase();
  const textOf = async (place: 0 | 1 | 2) =>
    (await ortiz.ask('slip', { document: documents()[place] })).rows.join('\n');
  expect(await textOf(0)).toContain(short(entry('receipt_issued').hash));
  expect(await textOf(1)).toContain(short(entry('receipt_voided').hash));
  // The Z report bears all 64 digits, in two rows.
  const whole = entry('drawer_closed').hash.toUpperCase();
  expect((await textOf(2)).replaceAll(/\s/g, '')).toContain(whole);
});
