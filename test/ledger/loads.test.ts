import { sql } from 'drizzle-orm';
import { pinIs } from '#main/chain/pin';
import { loadInWords } from '#main/ledger/loadInWords';
import { BY_FUND } from '#test/support/byFund';
import { lineFor } from '#test/support/journalBuilder';
import {
  accountRow,
  accountsCsv,
  chargeRow,
  chargesCsv,
  countOf,
  createTestStation,
  districtFile,
  FIRST,
  type Files,
  loadText,
  newDistrictMark,
  onEachStore,
  rowsOf,
  SECOND,
  type TestStation,
} from '#test/support/ledger';

const TABLES = [
  'districts',
  'loads',
  'policies',
  'people',
  'accounts',
  'charges',
  'charge_differences',
  'applications',
];

onEachStore('loads', (on) => {
  /** The rows that every test loads, unless it says otherwise. */
  const files = (district: string, over: Partial<Files> = {}): Files => ({
    district: JSON.stringify(districtFile(district)),
    accounts: accountsCsv(accountRow(FIRST, 'Nguyen Thi Lan'), accountRow(SECOND, 'Ivan Petrov')),
    charges: chargesCsv(
      chargeRow(FIRST, '86.40'),
      chargeRow(FIRST, '12.10', 'Jul–Aug 2026', '2026-09-20'),
      chargeRow(SECOND, '50.00'),
    ),
    ...over,
  });
  const counts = async (district: string) => {
    const found: Record<string, number> = {};
    for (const table of TABLES) found[table] = await countOf(on.db, district, table);
    return found;
  };

  describe('a bad file is refused, and nothing of the load stays', () => {
    const district = newDistrictMark();
    const nothing = Object.fromEntries(TABLES.map((table) => [table, 0]));
    const withRow = (row: string) => ({ charges: chargesCsv(chargeRow(FIRST, '86.40'), row) });
    const withDistrict = (change: (file: ReturnType<typeof districtFile>) => unknown) => ({
      district: JSON.stringify(change(districtFile(district))),
    });
    const cases: [string, Partial<Files>, string][] = [
      ['a district that is no JSON', { district: '{' }, 'district.json: is not readable JSON'],
      [
        'a district with a member too many',
        withDistrict((file) => ({ ...file, pin: 1 })),
        'district.json: pin – is not known here',
      ],
      ['a district without people', withDistrict((file) => ({ ...file, people: [] })), 'district.json: people – '],
      [
        'a PIN of three digits',
        withDistrict((file) => ({ ...file, people: [{ ...file.people[0], firstPin: '123' }] })),
        'district.json: people 1 firstPin – must be 4 to 8 digits',
      ],
      [
        'a person twice',
        withDistrict((file) => ({ ...file, people: [...file.people, ...file.people] })),
        'people – m.ortiz is there twice',
      ],
      [
        'a standing account that is not in the chart',
        withDistrict((file) => ({
          ...file,
          standing: { ...file.standing, suspense: { fund: '401', bars: '9999999' } },
        })),
        'standing.suspense – 401/9999999 is not in the chart',
      ],
      [
        'a chart account of an unknown fund',
        withDistrict((file) => ({ ...file, chart: [...file.chart, { fund: '999', bars: '1111111', name: 'x' }] })),
        'fund 999 is not in funds',
      ],
      [
        'a bank account that takes an unknown fund',
        withDistrict((file) => ({
          ...file,
          bankAccounts: [...BY_FUND, { ...BY_FUND[1], account: 'other', funds: ['999'] }],
        })),
        'bankAccounts.other – fund 999 is not in funds',
      ],
      [
        'a fund that two bank accounts take',
        withDistrict((file) => ({ ...file, bankAccounts: [...BY_FUND, { ...BY_FUND[1], account: 'other' }] })),
        'bankAccounts – takes the money of a fund in one tender to two accounts',
      ],
      ['a time zone that is none', withDistrict((file) => ({ ...file, timeZone: 'Mars/Olympus' })), 'no time zone'],
      [
        'bug: a text that the database cannot keep',
        withDistrict((file) => ({ ...file, timeZone: `${file.timeZone}\0` })),
        'timeZone – must be plain text on one line',
      ],
      ['a sealing key that is none', withDistrict((file) => ({ ...file, checkSealingKey: 'AAAA' })), 'X25519'],
      [
        'an account twice',
        { accounts: accountsCsv(accountRow(FIRST), accountRow(SECOND), accountRow(FIRST)) },
        'accounts.csv, line 4, column account: the account is on line 2 already',
      ],
      [
        'a charge twice',
        withRow(chargeRow(FIRST, '1.00')),
        'charges.csv, line 3, column account: line 2 has the same account, kind, period and due date',
      ],
      [
        'a charge of nobody',
        withRow(chargeRow('77-1', '1.00')),
        'charges.csv, line 3, column account: there is no account 77-1',
      ],
      [
        'a code that is not in the chart',
        withRow(`${FIRST},service,Q1,2026-01-20,5.00,401,1111111`),
        'charges.csv, line 3, column bars: 401/1111111 is not in the chart of district.json',
      ],
      [
        'three decimals',
        withRow(chargeRow(SECOND, '1.005')),
        'charges.csv, line 3, column amount: must have at most two',
      ],
      [
        'a negative amount',
        withRow(chargeRow(SECOND, '-1.00')),
        'charges.csv, line 3, column amount: must not be negative',
      ],
      ['a missing column', { charges: 'account,kind\n' }, 'charges.csv, line 1, column period: is missing'],
      ['a bad account', { accounts: accountsCsv(accountRow(FIRST, '')) }, 'accounts.csv, line 2, column customer'],
    ];

    test.each(cases)('%s', async (_what, over, says) => {
      const code = /, line \d/.test(says) ? 'load_row_wrong' : 'load_file_wrong';
      const message = expect.stringContaining(says);
      await expect(loadText(on.context, files(district, over))).rejects.toMatchObject({ code, message });
      expect(await counts(district)).toEqual(nothing);
    });

    test('and of a later load neither: all is as it was before', async () => {
      const later = newDistrictMark();
      await loadText(on.context, files(later));
      const before = await counts(later);
      const bad = { accounts: accountsCsv(accountRow('41-NEW')), charges: chargesCsv(chargeRow('42-NOBODY', '1.00')) };
      await expect(loadText(on.context, files(later, bad))).rejects.toThrow('there is no account 42-NOBODY');
      expect(await counts(later)).toEqual(before);
    });
  });

  describe('held against the State Auditor’s chart', () => {
    const { chart } = districtFile('any');
    const bars = (rows = chart.map((place) => `${place.bars},"${place.name}"`)) => ['Code,Title', ...rows].join('\n');
    const group = (fund: string) => (fund.startsWith('4') ? 'X' : '');
    const barsFunds = (rows = chart.map((place) => `${place.bars},${group(place.fund)}`)) =>
      ['BARS Code,400 Enterprise', ...rows].join('\n');
    const load = (over: Partial<Files>) => loadText(on.context, files(newDistrictMark(), over));

    test('a chart that is all in it is loaded, and that is said and journalled with the digests', async () => {
      const reply = await load({ bars: bars(), barsFunds: barsFunds() });
      const digest = expect.stringMatching(/^[0-9a-f]{64}$/);
      expect(reply.chart).toEqual({ places: chart.length, barsDigest: digest, fundsDigest: digest });
      expect(loadInWords(reply)).toContain(`Chart      ${chart.length} places held against the State Auditor’s files`);
      expect((await load({})).chart).toBeNull();
    });

    test.each<[string, Partial<Files>, string]>([
      [
        'a place of the chart that it does not know',
        { bars: bars(chart.filter((place) => place.bars !== '3611100').map((place) => `${place.bars},x`)) },
        'chart – 401/3611100, Investment interest: the code is not in bars-accounts.csv',
      ],
      [
        'what a receipt type is for',
        { bars: bars(chart.filter((place) => place.bars !== '3221000').map((place) => `${place.bars},x`)) },
        'chart – 402/3221000, Side sewer permits, of the receipt type side-sewer-permit: the code is not in',
      ],
      [
        'a code that is not for such a fund',
        { barsFunds: barsFunds(chart.map((place) => `${place.bars},${place.bars === '3790000' ? '' : 'X'}`)) },
        '402/3790000, Connection charges: bars-funds.csv does not allow the code in a fund of the group 400',
      ],
      [
        'a code that is none',
        { bars: bars(['34x.50,Water']) },
        'bars-accounts.csv, line 2, column code: must be up to',
      ],
      [
        'a matrix that says neither yes nor no',
        { barsFunds: barsFunds(['3435001,perhaps']) },
        'line 2, column 400: must be X',
      ],
      [
        'an export without a code',
        { bars: bars(['343,Utilities']) },
        'bars-accounts.csv: names no code that may be reported',
      ],
      [
        'a matrix that allows nothing',
        { barsFunds: barsFunds(['3435001,']) },
        'bars-funds.csv: allows no code in any fund',
      ],
      ['an export whose columns nobody knows', { bars: 'Konto,Titel\n3435001,x' }, 'line 1, column code: is missing'],
    ])('%s is refused, and nothing of the load stays', async (_what, over, says) => {
      const district = newDistrictMark();
      const before = await counts(district);
      await expect(loadText(on.context, files(district, over))).rejects.toThrow(says);
      expect(await counts(district)).toEqual(before);
    });
  });

  describe('a good one', () => {
    let station: TestStation;
    beforeEach(async () => {
      station = await createTestStation(on.context);
    });
    const load = (over: Partial<Files> = {}) => loadText(on.context, files(station.district, over));
    const open = async (accountNumber: string) => {
      const account = await station.account(accountNumber);
      return { open: account.charges.map((charge) => charge.openCents), credit: account.unappliedCents };
    };

    test('is journalled with who, when, the digests and the counts', async () => {
      const [row] = await rowsOf(
        on.db,
        station.district,
        sql`SELECT version, loaded_at, loaded_by, district_digest, withdraw_missing, counts FROM loads
          WHERE district_id = ${station.district}`,
      );
      expect(row).toEqual({
        version: 1,
        loaded_at: on.context.at.now,
        loaded_by: 'test',
        district_digest: expect.stringMatching(/^[0-9a-f]{64}$/),
        withdraw_missing: false,
        counts: expect.objectContaining({ policy: 'added' }),
      });
    });

    test('again changes nothing, and stations hear nothing', async () => {
      const before = await station.feed();
      const reply = await load();
      expect(reply).toMatchObject({
        version: 1,
        changed: false,
        policy: 'unchanged',
        people: { added: 0, changed: 0, unchanged: 1, missing: { count: 0 } },
        accounts: { added: 0, changed: 0, unchanged: 2, missing: { count: 0 } },
        charges: { added: 0, changed: 0, unchanged: 3, missing: { count: 0 }, withdrawn: 0 },
      });
      expect(await station.feed()).toEqual(before);
      expect(loadInWords(reply)[0]).toBe(
        `These files change nothing. District ${station.district} stays at version 1.`,
      );
      expect(await countOf(on.db, station.district, 'loads')).toBe(1);
    });

    test('with headers alone changes nothing, makes no version and says what is not in the files', async () => {
      const before = await station.feed();
      const reply = await load({ accounts: accountsCsv(), charges: chargesCsv() });
      expect(reply).toMatchObject({ version: 1, changed: false, charges: { missing: { count: 3 }, withdrawn: 0 } });
      expect(await station.feed()).toEqual(before);
      const words = loadInWords(reply).join('\n');
      expect(words).toMatch(/^These files change nothing\./);
      expect(words).toContain('2 not in the file, left as they are:');
      expect(await countOf(on.db, station.district, 'loads')).toBe(1);
      expect(await load({ charges: chargesCsv(chargeRow(SECOND, '51.00')) })).toMatchObject({
        version: 2,
        changed: true,
      });
    });

    test('with a header alone withdraws not everything', async () => {
      const before = await station.feed();
      await expect(load({ charges: chargesCsv(), withdrawMissing: true })).rejects.toThrow(
        'charges.csv: names no charge, and so would withdraw all 3 open charges, 148.50. Correct the file and load again; nothing was loaded.',
      );
      expect(await station.feed()).toEqual(before);
      await load({ charges: chargesCsv(chargeRow(SECOND, '50.00')), withdrawMissing: true });
      await expect(load({ charges: chargesCsv(), withdrawMissing: true })).rejects.toThrow(
        'would withdraw the only open charge, 50.00',
      );
    });

    test('with other amounts is a dated difference, not an erasure', async () => {
      station.journal.openDrawer();
      station.journal.pay([lineFor(await station.account(FIRST), 12_10)]);
      await station.send();
      const reply = await load({
        charges: chargesCsv(
          chargeRow(FIRST, '90.00'),
          chargeRow(FIRST, '12.10', 'Jul–Aug 2026', '2026-09-20'),
          chargeRow(SECOND, '45.00'),
          chargeRow(SECOND, '7.00', 'Nov–Dec 2026', '2027-01-20'),
        ),
      });
      expect(reply.charges).toMatchObject({
        added: 1,
        addedCents: 700,
        changed: 2,
        changedCents: 3_60 - 5_00,
        unchanged: 1,
        missing: { count: 0, named: [] },
        creditedCents: 0,
      });
      expect(await open(FIRST)).toEqual({ open: [90_00], credit: 0 });
      expect(await open(SECOND)).toEqual({ open: [45_00, 7_00], credit: 0 });
      const differences = await rowsOf(
        on.db,
        station.district,
        sql`SELECT version, why, cents FROM charge_differences WHERE district_id = ${station.district} ORDER BY cents`,
      );
      expect(differences).toEqual([
        { version: reply.version, why: 'billed_again', cents: -5_00 },
        { version: reply.version, why: 'billed_again', cents: 3_60 },
      ]);
    });

    test('with another code keeps the former one', async () => {
      const reply = await load({
        charges: chargesCsv(`${SECOND},service,Sep–Oct 2026,2026-11-20,50.00,401,3435002`),
      });
      expect(reply.charges).toMatchObject({ changed: 1, changedCents: 0, missing: { count: 2 } });
      expect((await station.account(SECOND)).charges[0]?.bars).toBe('3435002');
      const [kept] = await rowsOf(
        on.db,
        station.district,
        sql`SELECT cents, fund_before, bars_before FROM charge_differences WHERE district_id = ${station.district}`,
      );
      expect(kept).toEqual({ cents: 0, fund_before: '401', bars_before: '3435001' });
    });

    test('that names fewer charges and accounts leaves them open and names them', async () => {
      const reply = await load({ accounts: accountsCsv(accountRow(SECOND, 'Ivan Petrov')), charges: chargesCsv() });
      expect(reply.accounts.missing).toEqual({ count: 1, named: [FIRST] });
      expect(reply.charges).toMatchObject({
        missing: {
          count: 3,
          named: [
            `${FIRST} service Jul–Aug 2026 2026-09-20`,
            `${FIRST} service Sep–Oct 2026 2026-11-20`,
            `${SECOND} service Sep–Oct 2026 2026-11-20`,
          ],
        },
        missingCents: 148_50,
        withdrawn: 0,
      });
      expect(await open(FIRST)).toEqual({ open: [86_40, 12_10], credit: 0 });
      const words = loadInWords(reply).join('\n');
      expect(words).toContain('3 open for 148.50 and no longer in the file, left open');
      expect(words).toContain('1 not in the file, left as it is:');
    });

    test('may withdraw what is missing: only what is open of it, and it can come back', async () => {
      station.journal.openDrawer();
      station.journal.pay([lineFor(await station.account(SECOND), 20_00)]);
      await station.send();
      const reply = await load({ charges: chargesCsv(chargeRow(FIRST, '86.40')), withdrawMissing: true });
      expect(reply.charges).toMatchObject({ withdrawn: 2, missingCents: 42_10, creditedCents: 0 });
      expect(await open(FIRST)).toEqual({ open: [86_40], credit: 0 });
      expect(await open(SECOND)).toEqual({ open: [], credit: 0 });
      await load();
      expect(await open(FIRST)).toEqual({ open: [86_40, 12_10], credit: 0 });
      expect(await open(SECOND)).toEqual({ open: [30_00], credit: 0 });
    });

    test('with other people adds and renames, resets no PIN and lets nobody go', async () => {
      const [ortiz] = districtFile(station.district).people;
      const people = [
        { ...ortiz, name: 'Marisol Ortiz-Vega', firstPin: '9999' },
        { person: 'b.new', name: 'Bea New', role: 'auditor', firstPin: '4321' },
      ];
      const again = { ...districtFile(station.district), people };
      const reply = await load({ district: JSON.stringify(again) });
      expect(reply.people).toEqual({ added: 1, changed: 1, unchanged: 0, missing: { count: 0, named: [] } });
      const found = await station.feed('1');
      const verifiers = Object.fromEntries(
        found.flatMap((row) => (row.kind === 'person' ? [[row.person.person, row.person]] : [])),
      );
      expect(verifiers['m.ortiz']?.name).toBe('Marisol Ortiz-Vega');
      expect(await pinIs('4172', verifiers['m.ortiz']?.pin ?? { salt: '', hash: '', cost: 2 })).toBe(true);
      expect(await pinIs('9999', verifiers['m.ortiz']?.pin ?? { salt: '', hash: '', cost: 2 })).toBe(false);
      expect(await pinIs('4321', verifiers['b.new']?.pin ?? { salt: '', hash: '', cost: 2 })).toBe(true);
      expect((await load()).people.missing).toEqual({ count: 1, named: ['b.new'] });
    });

    test('with another policy adds it beside the former one', async () => {
      const again = { ...districtFile(station.district), effectiveFrom: '2027-01-01', resolution: '2026-31' };
      expect((await load({ district: JSON.stringify(again) })).policy).toBe('added');
      expect((await station.feed('1')).map((row) => row.kind)).toEqual(['policy']);
      expect(await countOf(on.db, station.district, 'policies')).toBe(2);
    });

    test('with other holders keeps what was said before', async () => {
      const reply = await load({
        accounts: accountsCsv(
          accountRow(FIRST, 'Nguyen Thi Lan'),
          `${SECOND},Olga Petrova,,,,,,closed,ru,lien autopay`,
        ),
      });
      expect(reply.accounts).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
      expect(await station.account(SECOND)).toMatchObject({
        customer: 'Olga Petrova',
        status: 'closed',
        language: 'ru',
        flags: ['lien', 'autopay'],
      });
      const [kept] = await rowsOf<{ before: { customer: string } }>(
        on.db,
        station.district,
        sql`SELECT before FROM account_changes WHERE district_id = ${station.district}`,
      );
      expect(kept?.before.customer).toBe('Ivan Petrov');
    });
  });
});
