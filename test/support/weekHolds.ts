import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Entry } from '#domain/entry';
import { cents, formatAmount, formatSigned } from '#domain/money';
import type { Posting } from '#domain/posting';
import { GlMapping } from '#formats/glMapping';
import { findGl } from '#main/ledger/client';
import { fetchGl } from '#main/ledger/fetchGl';
import { fetchJournal } from '#main/ledger/fetchJournal';
import { verifyJournal } from '#main/verify/verifyJournal';
import type { DistrictAtWork } from './districtAtWork.ts';
import { at, type OfficeAtWork } from './weekVerbs.ts';

/* What must hold at the end of any time of a district. */

/** Exports, whole and in another layout: each fund balances, and nothing says what the journals do not. */
export async function everythingWentOut({ office, folder }: DistrictAtWork, exports: readonly number[]): Promise<void> {
  const mapping = GlMapping.parse({
    columns: [
      { name: 'of', value: '{fund}' },
      { name: 'cents', value: '{amount}' },
    ],
  });
  for (const number of exports) {
    const found = await findGl(office, { number: String(number) });
    const [plain, mapped] = [join(folder, `gl-${number}.csv`), join(folder, `mapped-${number}.csv`)];
    await fetchGl(office, found, plain, null);
    await fetchGl(office, found, mapped, mapping);
    const bytes = readFileSync(plain);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(found.sha256);
    expect(bytes.toString().trimEnd().split('\r\n')).toHaveLength(found.lines + 1);
    const funds = new Map<string, number>();
    for (const row of readFileSync(mapped, 'utf8').trimEnd().split('\r\n').slice(1)) {
      const [fund = '', amount = ''] = row.split(',');
      funds.set(fund, (funds.get(fund) ?? 0) + Number(amount.replace('.', '')));
    }
    expect([...new Set(funds.values())]).toEqual([0]);
  }
}

/** What stands at each place of the general ledger after these exports, up to a day, where anything does. */
export async function placesOf(
  office: OfficeAtWork,
  exports: readonly number[],
  through = '9999-12-31',
): Promise<Record<string, string>> {
  const auditor = await at(office, 'Park');
  const places = new Map<string, number>();
  for (const number of exports) {
    const { lines } = await auditor.ask('glLines', { number });
    for (const { fund, bars, side, cents: amount } of lines.filter(({ day }) => day <= through)) {
      const place = `${fund} ${bars}`;
      places.set(place, (places.get(place) ?? 0) + (side === 'debit' ? amount : -amount));
    }
  }
  const left = [...places].filter(([, amount]) => amount !== 0).sort(([one], [other]) => one.localeCompare(other));
  return Object.fromEntries(left.map(([place, amount]) => [place, formatSigned(cents(amount))]));
}

/**
 * On each evening the change fund of these exports is what its certificate finds, and so much.
 * @param place where the chart has it
 */
export async function changeFundIsCertified(
  office: OfficeAtWork,
  exports: readonly number[],
  evenings: Readonly<Record<string, string>>,
  place = '401 1118000',
): Promise<void> {
  const auditor = await at(office, 'Park');
  const said: Record<string, string> = {};
  for (const to of Object.keys(evenings)) {
    const { totals } = await auditor.ask('report', { report: 'change_fund', from: to, to });
    const found = formatSigned(cents(Number(totals?.at(-1))));
    said[to] = found;
    expect([to, (await placesOf(office, exports, to))[place]]).toEqual([to, found]);
  }
  expect(said).toEqual(evenings);
}

/** What stands in the journals when nothing is under way any more, and nothing else. */
export async function everyAccountIsExplained(
  { office, folder, stations }: DistrictAtWork,
  expected: Record<string, string>,
): Promise<void> {
  const balances = new Map<string, number>();
  for (const series of ['L', ...stations.keys()]) {
    const file = join(folder, `${series}.jsonl`);
    await fetchJournal(office, { series }, file);
    expect(await verifyJournal(file, null)).toEqual(expect.arrayContaining([expect.stringMatching(/^Totals agree/)]));
    for (const { account, side, cents: amount } of postingsIn(file))
      balances.set(account, (balances.get(account) ?? 0) + (side === 'debit' ? amount : -amount));
  }
  const left = [...balances].filter(([, amount]) => amount !== 0).sort(([one], [other]) => one.localeCompare(other));
  expect(Object.fromEntries(left.map(([account, amount]) => [account, formatSigned(cents(amount))]))).toEqual(expected);
  expect(left.reduce((total, [, amount]) => total + amount, 0)).toBe(0);
}

function postingsIn(file: string): Posting[] {
  const [, ...lines] = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.flatMap((line) => Entry.parse(JSON.parse((JSON.parse(line) as { text: string }).text)).postings);
}

/** Receipts = drawers = deposit = bank, with every break named. */
export async function everyDepositIsTied(office: OfficeAtWork, expected: Record<string, string[]>): Promise<void> {
  const auditor = await at(office, 'Park');
  const tied: Record<string, string[]> = {};
  for (const [name, deposit] of office.deposits) {
    const { told, state } = await auditor.ask('deposit', { deposit });
    expect(state).toBe('confirmed');
    if (!told?.bank) throw new Error(`${deposit} is not told`);
    const { tie, bank, breaks } = told;
    tied[name] = [
      ...tie.map(({ tender, receiptsCents, drawersCents, officeCents, depositCents }) =>
        [tender, ...[receiptsCents, drawersCents, officeCents, depositCents ?? 0].map(amountOf)].join(' '),
      ),
      `bank ${amountOf(bank.cents)}`,
      ...breaks.map((one) => `${one.why} ${one.batch ?? ''} ${formatSigned(cents(one.cents))}`),
    ];
    // From what payers gave to what the bank has, other accounts' by fund, the named breaks and nothing else.
    const received = tie.reduce((total, row) => total + row.receiptsCents - row.elsewhereCents, 0);
    expect(received + breaks.reduce((total, one) => total + one.cents, 0)).toBe(bank.cents);
  }
  expect(tied).toEqual(expected);
}

const amountOf = (value: number) => formatAmount(cents(value));
