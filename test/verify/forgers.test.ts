import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bent, forged, type Line, leavesOf, put, readJournal, verdict } from '../support/tampering.ts';

const golden = readJournal('test/golden/journal-day.jsonl');
const kinds = golden.lines.map((line) => JSON.parse(line.text).kind as string);

let folder: string;
let file: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-forgers-'));
  file = join(folder, 'journal.jsonl');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What is complained of, the entry's name left out. */
async function complaint(journal: typeof golden): Promise<string> {
  const said = await verdict(file, journal);
  const [, sentence] = /^Entry \d+ \(line \d+, W\d epoch \d+ sequence \d+ \w+\) is bad: (.*)$/.exec(said) ?? [];
  return sentence ?? said;
}

describe('a forger who does not seal again', () => {
  const changing = (place: number, change: (line: Line) => object) => ({
    ...golden,
    lines: golden.lines.map((line, at) => (at === place ? { ...line, ...change(line) } : line)),
  });

  test.each<[string, (line: Line) => object, string]>([
    ['text', ({ text }) => ({ text: text.replace('m.ortiz', 'm.ortis') }), 'The hash is not that of the text.'],
    ['hash', ({ hash }) => ({ hash: bent(hash) }), 'The hash is not that of the text.'],
    [
      'payer',
      ({ personal }) => ({ personal: { ...personal, payer: 'X' } }),
      'What is personal is not what the entry covers.',
    ],
    [
      'salt',
      ({ personal }) => ({ personal: { ...personal, salt: 'x' } }),
      'What is personal is not what the entry covers.',
    ],
    ['note beside', () => ({ note: 'x' }), 'The line has a field that this program does not know: “note”.'],
  ])('is caught by the %s', async (_, change, sentence) => {
    expect(await complaint(changing(2, change))).toBe(sentence);
  });

  test('or takes an entry out, puts one twice, or swaps two, is caught', async () => {
    const [first, second, third] = golden.lines as [Line, Line, Line];
    const expected = (number: number) => `Entry ${number} was expected here: the journal has a gap or a repetition.`;
    expect(await complaint({ ...golden, lines: [first, third] })).toBe(expected(2));
    expect(await complaint({ ...golden, lines: [first, first, second] })).toBe(expected(2));
    expect(await complaint({ ...golden, lines: [second, first] })).toBe(expected(1));
  });

  test('or seals one entry alone, breaks the chain after it', async () => {
    const alone = forged(golden, 3, (entry) => put(entry, 'recordedAt', bent)).lines[3];
    expect(
      await verdict(
        file,
        changing(3, () => ({ ...alone })),
      ),
    ).toBe(
      'Entry 5 (line 6, W3 epoch 1 sequence 5 receipt_voided) is bad: It does not follow the entry before it: the chain is broken.',
    );
  });
});

describe('a forger who seals everything again', () => {
  const less = (value: number) => value - 1;
  const drawerMoney = [
    { account: 'drawer:W3-D0001:cash', side: 'debit', cents: 100 },
    { account: 'over-short', side: 'credit', cents: 100 },
  ];

  test.each<[string, string, string, unknown, string]>([
    ['actor is approver', 'receipt_voided', 'approver', 'm.ortiz', 'm.ortiz approved an entry of their own.'],
    ['a void without approver', 'receipt_voided', 'approver', null, 'The void of receipt W3-000003 has no approver.'],
    ['an approval without an id', 'receipt_voided', 'approval', 'yes', 'The approval has no id.'],
    [
      'an approval that nobody gave',
      'receipt_issued',
      'approval',
      '49cfc79e-27c1-4103-83c7-10035f057bf5',
      'It spent an approval that nobody gave.',
    ],
    [
      'a print that is not blind and says so',
      'receipt_reprinted',
      'payload.blind',
      false,
      'blind is false, but must be true.',
    ],
    ['another formula', 'receipt_issued', 'formula', 2, 'formula is 2, but must be 1.'],
    ['another district', 'receipt_issued', 'district', 'x', 'district is x, but must be quarry-bay.'],
    ['another station', 'receipt_issued', 'series', 'W4', 'series is W4, but must be W3.'],
    ['a strange kind', 'receipt_issued', 'kind', 'toString', 'toString is no kind of entry that this program knows.'],
    ['no day', 'receipt_issued', 'businessDay', 'today', 'businessDay is today, which is no day.'],
    ['a payload that is none', 'receipt_issued', 'payload', [], 'payload is not an object.'],
    [
      'postings of more',
      'receipt_issued',
      'postings.0.cents',
      bent,
      'It does not balance: debits are 101.41, credits 101.40.',
    ],
    ['a posting below zero', 'receipt_issued', 'postings.0.cents', -1, 'cents is -1, which is less than 1.'],
    ['half a cent', 'receipt_issued', 'postings.0.cents', 0.5, 'The field “cents” must be a whole number, but is 0.5.'],
    ['a third side', 'receipt_issued', 'postings.0.side', 'left', 'left is no side of an account.'],
    ['a strange account', 'receipt_issued', 'postings.0.account', 'Cash!', 'Cash! is no account.'],
    ['a drawer that is not open', 'receipt_issued', 'payload.drawer', 'W3-D0009', 'Drawer W3-D0009 is not open.'],
    ['another’s drawer', 'receipt_issued', 'actor', 'l.haddad', 'The actor is l.haddad, but must be m.ortiz.'],
    [
      'another day',
      'receipt_issued',
      'businessDay',
      '2026-11-24',
      'businessDay is 2026-11-24, but must be 2026-11-23.',
    ],
    ['another batch', 'receipt_issued', 'payload.batch', 'W3-B0002', 'batch is W3-B0002, but must be W3-B0001.'],
    ['a number left out', 'receipt_issued', 'payload.number', 2, 'The receipt’s number is 2, but must be 1.'],
    ['another label', 'receipt_issued', 'payload.label', 'W3-1', 'The receipt’s label is W3-1, but must be W3-000001.'],
    ['a line of more', 'receipt_issued', 'payload.lines.0.cents', bent, 'Line 1 is 101.41, but must be 101.40.'],
    [
      'a charge of less',
      'receipt_issued',
      'payload.lines.0.charges.0.cents',
      less,
      'Line 1 is 101.40, but must be 101.39.',
    ],
    [
      'a total of less',
      'receipt_issued',
      'payload.totalCents',
      less,
      'The sum of the lines is 101.40, but must be 101.39.',
    ],
    [
      'cash not tendered',
      'receipt_issued',
      'payload.tenders.0.tenderedCents',
      less,
      'The cash kept is 101.40, but must be 101.39.',
    ],
    ['change not given', 'receipt_issued', 'payload.changeCents', 0, 'changeCents is 0.00, but must be 18.60.'],
    ['a strange tender', 'receipt_issued', 'payload.tenders.0.kind', 'shells', 'shells is no tender.'],
    [
      'a payment of less',
      'receipt_issued',
      'payload.payments.0.cents',
      less,
      'What pays line 1 is 101.39, but must be 101.40.',
    ],
    [
      'a payment by no tender',
      'receipt_issued',
      'payload.payments.0.tender',
      7,
      'A payment names a line or a tender that is not there.',
    ],
    [
      'cash posted as a check',
      'receipt_issued',
      'postings.0.account',
      'drawer:W3-D0001:check',
      'The postings move 0.00 on drawer:W3-D0001:cash, but must move 101.40.',
    ],
    [
      'revenue of another fund',
      'receipt_issued',
      'postings.1.account',
      'gl:402:3435001',
      'The postings move 0.00 on gl:401, but must move −101.40.',
    ],
    [
      'a void of more',
      'receipt_voided',
      'payload.receipt.totalCents',
      bent,
      'Receipt W3-000003 is not told as it was issued.',
    ],
    ['a void of another', 'receipt_voided', 'payload.issuedSequence', 2, 'issuedSequence is 2, but must be 4.'],
    [
      'a void that keeps the money',
      'receipt_voided',
      'postings',
      [],
      'The postings do not reverse those of receipt W3-000003.',
    ],
    [
      'a void of no receipt',
      'receipt_voided',
      'payload.receipt.label',
      'W3-000009',
      'Receipt W3-000009 is void already, or was never issued in drawer W3-D0001.',
    ],
    [
      'a copy of no receipt',
      'receipt_reprinted',
      'payload.label',
      'W3-000044',
      'Receipt W3-000044 is printed again but was never issued.',
    ],
    ['a float of more', 'drawer_opened', 'payload.floatCents', bent, 'floatCents is 200.01, but must be 200.00.'],
    ['a drawer number left out', 'drawer_opened', 'payload.number', 5, 'The drawer’s number is 5, but must be 1.'],
    ['a strange coin', 'drawer_opened', 'payload.float', { 7: 1 }, '7 cents is no note and no coin.'],
    [
      'money in a count',
      'count_started',
      'postings',
      drawerMoney,
      'The postings move 1.00 on drawer:W3-D0001:cash, but must move 0.00.',
    ],
    ['a count of another', 'drawer_counted', 'actor', 'l.haddad', 'The actor is l.haddad, but must be m.ortiz.'],
    ['a count number left out', 'drawer_counted', 'payload.countNumber', 3, 'countNumber is 3, but must be 1.'],
    ['a count in no count', 'count_started', 'payload.drawer', 'W3-D0002', 'Drawer W3-D0002 is not open.'],
    [
      'a shortage made smaller',
      'drawer_closed',
      'payload.comparison.tenders.0.differenceCents',
      bent,
      'The difference in cash is −16.24, but must be −16.25.',
    ],
    [
      'an expected made smaller',
      'drawer_closed',
      'payload.comparison.tenders.0.expectedCents',
      less,
      'The cash expected is 326.39, but must be 326.40.',
    ],
    [
      'a check fewer',
      'drawer_closed',
      'payload.comparison.tenders.1.expectedItems',
      1,
      'The number of check items expected is 1, but must be 2.',
    ],
    [
      'a missing check left out',
      'drawer_closed',
      'payload.comparison.missingChecks',
      [],
      'missingChecks is [], but must be [{"cents":1500,"checkNumber":"1187"}].',
    ],
    ['a Z number left out', 'drawer_closed', 'payload.z.number', 2, 'The Z report’s number is 2, but must be 1.'],
    [
      'a grand total set back',
      'drawer_closed',
      'payload.grandTotalCents',
      0,
      'The grand total is 0.00, but must be 266.40.',
    ],
    [
      'a receipt fewer',
      'drawer_closed',
      'payload.receipts.issued',
      less,
      'The number of receipts is 3, but must be 4.',
    ],
    ['a void fewer', 'drawer_closed', 'payload.receipts.voidedCents', 0, 'voidedCents is 0.00, but must be 25.00.'],
    [
      'a mark without approver',
      'drawer_closed',
      'approver',
      null,
      'What was approved and who approved it must both be there, or neither.',
    ],
    [
      'money left in the drawer',
      'drawer_closed',
      'postings',
      [],
      'The postings move 0.00 on drawer:W3-D0001:cash, but must move −326.40.',
    ],
  ])('is caught by %s', async (_, kind, path, value, sentence) => {
    expect(await complaint(forged(golden, kinds.indexOf(kind), (entry) => put(entry, path, value)))).toBe(sentence);
  });

  test('is caught by a cashier who approves her own loss behind another’s close', async () => {
    const journal = forged(golden, kinds.indexOf('drawer_closed'), (entry) => {
      Object.assign(entry, { actor: 'i.solheim', approver: 'm.ortiz' });
    });
    expect(await complaint(journal)).toBe('m.ortiz approved what differs in a drawer of their own.');
  });

  test('is caught by a field too many', async () => {
    const journal = forged(golden, 1, (entry) => put(entry, 'note', 'x'));
    expect(await complaint(journal)).toMatch(/^The entry has a field that this program does not know: “note”\.$/);
  });

  test('is caught by a second count of the same person', async () => {
    const journal = forged(golden, kinds.lastIndexOf('drawer_counted', 11), (entry) => put(entry, 'actor', 'm.ortiz'));
    expect(await complaint(journal)).toBe('m.ortiz counted drawer W3-D0001 twice.');
  });

  test('is caught by another count at the close than the last', async () => {
    const journal = forged(golden, kinds.indexOf('drawer_closed'), (entry) =>
      put(entry, 'payload.count.cardTotalCents', bent),
    );
    expect(await complaint(journal)).toMatch(/^count is .*"cardTotalCents":901.* but must be .*"cardTotalCents":900/);
  });

  test('is caught by a shortage posted elsewhere', async () => {
    const journal = forged(golden, kinds.indexOf('drawer_closed'), (entry) => {
      for (const posting of entry.postings) if (posting.account === 'over-short') posting.account = 'clearing:card';
    });
    expect(await complaint(journal)).toBe('The postings move 0.00 on over-short, but must move 16.25.');
  });

  test('is caught by a yes that is spent twice', async () => {
    const spending = golden.lines.flatMap(({ text }, place) => ('approval' in JSON.parse(text) ? [place] : []));
    const [first = 0, second = 0] = spending;
    const { approval } = JSON.parse(golden.lines[first]?.text ?? '');
    const journal = forged(golden, second, (entry) => put(entry, 'approval', approval));
    expect(await complaint(journal)).toBe(`The approval ${approval} was spent before.`);
  });

  // A whole journal is verified for each value of each entry: a minute and more on a busy machine.
  test('and bends any one value is caught, but for what nothing else in the journal repeats', async () => {
    const missed = new Set<string>();
    for (const [place, line] of golden.lines.entries()) {
      for (const path of leavesOf(JSON.parse(line.text)).filter((known) => known !== 'previousHash')) {
        const said = await verdict(
          file,
          forged(golden, place, (entry) => put(entry, path, bent)),
        );
        if (!said.includes(' is bad: ')) missed.add(`${kinds[place]} ${path.replace(/\.\d+(?=\.|$)/g, '.*')}`);
      }
    }
    // Only a head that was printed, or the ledger's copy, shows a change of these.
    expect([...missed].sort()).toMatchSnapshot();
  }, 240_000);
});
