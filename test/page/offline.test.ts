import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatAmount } from '#domain/money';
import { openDrawer, pinOf, signIn, takeCash } from './hands.ts';
import type { Office } from './office.ts';
import { type Program, runProgram, runWell } from './programs.ts';
import { sitInOffice } from './seats.ts';
import { LARGE, type Sitting, SMALL, step } from './sitting.ts';

/* The ledger is killed, ten receipts are taken, the ledger comes back: what it holds is what lies on the paper. */

jest.setTimeout(180_000);

/** What is typed to find each payer, the payer, and the cash handed over; none is the exact amount. */
const PAYERS = [
  ['40-11540', 'Nguyen, Kevin D.', ''],
  ['whitehorse le', 'Whitehorse, Leland', '100'],
  ['yamada ken', 'Yamada, Kenji', ''],
  ['lukasik zof', 'Łukasik, Zofia', '90'],
  ['40-12278', 'Петров, Алексей', ''],
  ['40-12155', 'Okonkwo, Ifeoma', '300'],
  ['osullivan ni', 'O’Sullivan, Niamh', ''],
  ['singh harj', 'Singh, Harjit', ''],
  ['haile sel', 'Haile, Selamawit', '50'],
  ['mbeki-larsen th', 'Mbeki-Larsen, Thandi', ''],
] as const;

let office: Office;
let station: Program & { data: string };
let me: Sitting;

sitInOffice('offline', (it) => {
  ({ me, station, office } = it);
});

/** What the status bar says is not sent yet. */
async function unsent(): Promise<number> {
  return Number(/(\d+)\s+unsent/.exec(await me.words())?.[1] ?? 0);
}

step('the ledger dies; the counter goes on, and says since when', async () => {
  await signIn(me, 'Marisol Ortiz', pinOf(office, 'm.ortiz'));
  await openDrawer(me);
  await me.sees('All sent');
  await office.stop('SIGKILL');
  const [words, customer] = PAYERS[0];
  await takeCash(me, words, customer);
  await me.sees(/Offline since \d?\d:\d\d/);
  await me.sees('Receipts are saved on this station and will post by themselves.');
  expect(await unsent()).toBe(1);
});

step('ten receipts, and the unsent ones are counted', async () => {
  for (const [place, [words, customer, cash]] of PAYERS.entries()) {
    if (place > 0) await takeCash(me, words, customer, cash);
    expect(await unsent()).toBe(place + 1);
  }
  await me.look('counter-offline', SMALL, LARGE);
  await me.type('hale');
  await me.sees('Payments taken elsewhere since then are not in them.');
  await me.look('find-offline');
  await me.press('Escape', 'F8');
  await me.sees(/saved here/);
  await me.look('receipts-offline');
  await me.press('Escape');
  await me.hand('Add item');
});

step('each slip says that it was taken offline, and how old its balances are', async () => {
  const { slips } = await me.call('paper', {});
  // But for the first one, which may have found out.
  const later = slips.slice(0, -1).map(({ rows }) => OFFLINE.test(rows.join('\n')));
  expect(later).toEqual(Array(PAYERS.length - 1).fill(true));
});

step('the ledger comes back: all is sent by itself, and the band goes (F12)', async () => {
  await office.restart();
  // The longest wait between two tries is twenty seconds.
  await me.sees('All sent', 40_000);
  expect(await me.words()).not.toContain('Offline');
  await me.look('counter-online');
});

/** What a slip says for itself. */
type OnPaper = { label: string; total: string; head: string };

const OFFLINE = /Taken while offline\. Balances as\s+of \d\d:\d\d\./;

async function paper(): Promise<OnPaper[]> {
  const { slips } = await me.call('paper', {});
  return slips.reverse().map(({ rows }) => {
    const slip = rows.join('\n');
    const read = (pattern: RegExp) => pattern.exec(slip)?.[1] ?? '';
    return {
      label: read(/^Receipt (\S+)/m),
      total: read(/^TOTAL +(\S+)$/m),
      head: read(/^Journal head +([0-9A-F ]+)$/m),
    };
  });
}

type Line = { text: string; hash: string; personal: unknown };

/** The entries of an exported journal, and what each receipt among them says. */
function readJournal(file: string): { lines: Line[]; receipts: OnPaper[] } {
  const lines = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .slice(1)
    .map((line) => JSON.parse(line) as Line);
  const receipts = lines.flatMap(({ text, hash }) => {
    const { kind, payload } = JSON.parse(text);
    const head = hash
      .slice(0, 12)
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1 ');
    return kind === 'receipt_issued' ? [{ label: payload.label, total: formatAmount(payload.totalCents), head }] : [];
  });
  return { lines, receipts };
}

step('the ledger is equal to the paper', async () => {
  const slips = await paper();
  expect(slips.map(({ label }) => label)).toEqual(PAYERS.map((_, place) => `W3-${String(place + 1).padStart(6, '0')}`));
  const file = join(office.folder, 'journal.jsonl');
  await runWell('export', '--data', station.data, file);
  const { lines, receipts } = readJournal(file);
  expect(receipts).toEqual(slips);
  const { drawer } = await me.call('station', {});
  const report = await office.report(drawer?.businessDay ?? '');
  // Of a drawer that is open it tells no amount; every entry is there.
  expect(report).toMatchObject({
    notes: ['Left out of amounts until the office has counted all: W3-D0001 (not closed).'],
    stations: [{ station: 'W3', entries: lines.length, waiting: 0 }],
    parked: [],
    quarantine: [],
  });
  await office.stop('SIGTERM');
  expect(await entriesOfLedger()).toEqual(lines.map(({ text, hash }) => ({ text, hash })));
});

/** What the ledger keeps of the station, letter by letter, read in its database after it has ended. */
const entriesOfLedger = () =>
  office.read("SELECT text, hash FROM entries WHERE series = 'W3' ORDER BY epoch, sequence");

step('verify accepts the journal with the head of the last slip, and not with another', async () => {
  const file = join(office.folder, 'journal.jsonl');
  const head = (await paper()).at(-1)?.head ?? '';
  expect(await runWell('verify', file, '--head', head)).toMatch(/contiguous.*unedited/is);
  const strange = await runProgram(
    'verify',
    file,
    '--head',
    head.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')),
  );
  expect(strange.code).toBe(1);
});

step('axe and the console had nothing to say', () => {
  expect(me.troubles).toEqual([]);
});
