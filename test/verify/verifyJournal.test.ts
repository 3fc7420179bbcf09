import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENTRY_KINDS, Entry, isOfTheOffice } from '#domain/entry';
import { verifyJournal } from '#main/verify/verifyJournal';
import { exportDay } from '../support/journalDay.ts';
import { type Forged, forged, holding, type Line, put, readJournal, resealed, verdict } from '../support/tampering.ts';

const GOLDEN = 'test/golden/journal-day.jsonl';
const golden = readJournal(GOLDEN);
/** How many entries it holds. */
const HELD = golden.lines.length;
const kinds = golden.lines.map((line) => JSON.parse(line.text).kind as string);

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-verify-'));
  file = join(folder, 'journal.jsonl');
});
afterEach(() => rmSync(folder, { recursive: true }));

const said = (journal: typeof golden, head: string | null = null) => verdict(file, journal, head);

test('the golden day is good', async () => {
  expect(await verifyJournal(GOLDEN, null)).toEqual([
    `Journal of station W3 in quarry-bay, exported ${golden.header.exportedAt}.`,
    `Contiguous: ${HELD} entries, 8 receipts and 4 Z reports without a gap.`,
    `Chained: every hash is right. The last is ${golden.lines.at(-1)?.hash}.`,
    'Balanced: debits and credits are 5,087.50 each. 4 closed drawers are zero, still open: W3-D0004.',
    'Totals agree: receipts of 1,627.05, voids of 25.00, grand total of the last Z report 1,627.05.',
  ]);
});

test('a day from before entries told the yes that they spent is as good as it was', async () => {
  expect((await verifyJournal('test/golden/journal-day-untold.jsonl', null))[1]).toBe(
    'Contiguous: 56 entries, 8 receipts and 4 Z reports without a gap.',
  );
});

test('the golden day has an entry of every kind of a station’s, reads by the schema, and seals again to itself', () => {
  for (const { text } of golden.lines) Entry.parse(JSON.parse(text));
  expect([...new Set(kinds)].sort()).toEqual(ENTRY_KINDS.filter((kind) => !isOfTheOffice(kind)).sort());
  expect(resealed(structuredClone(golden.lines), 0)).toEqual(golden.lines);
});

test('a day at a station of today is good too', async () => {
  await exportDay(file);
  expect((await verifyJournal(file, null))[1]).toBe(
    `Contiguous: ${HELD} entries, 8 receipts and 4 Z reports without a gap.`,
  );
});

describe('a printed head', () => {
  const hash = golden.lines[8]?.hash ?? '';
  const whole = hash.replace(/(.{4})(?=.)/g, '$1 ').toUpperCase();
  const short = whole.slice(0, 14);

  test.each([hash, hash.slice(0, 12)])('%s says up to where nothing was edited', async (head) => {
    expect((await verifyJournal(GOLDEN, head)).at(-1)).toBe(
      `Unedited up to entry 9 of epoch 1, whose hash begins with ${short}.`,
    );
  });

  test('shows that an entry before it was edited, however well it was sealed again', async () => {
    const journal = forged(golden, 3, (entry) => put(entry, 'payload.tenders.0.lastFour', '9999'));
    const again = forged(journal, 4, (entry) => put(entry, 'payload.receipt.tenders.0.lastFour', '9999'));
    expect(await said(again)).toMatch(/^Journal of station W3/);
    expect(await said(again, hash)).toBe(
      `No entry has the hash ${whole}: the journal was edited or cut after that slip was printed, or the slip is another station’s.`,
    );
  });

  test('bug: of which an entry has the first digits and not the rest is told with all its digits', async () => {
    const other = `${hash.slice(0, 12)}${'0'.repeat(52)}`;
    expect(await said(golden, other)).toContain(`No entry has the hash ${short} 0000 0000 `);
    expect(await said(golden, other)).toMatch(/ 0000: the journal was edited/);
  });

  test('shows that the end was cut off, first line and all (F80)', async () => {
    const cut = holding(golden, golden.lines.slice(0, 8));
    expect(await said(cut)).toMatch(/^Journal of station W3/);
    expect(await said(cut, hash)).toMatch(/^No entry has the hash/);
  });
});

describe('redaction', () => {
  test('bug: is told with how many entries it is of, and is no fault', async () => {
    const lines = golden.lines.map((line) => ({ ...line, personal: null }));
    const { length } = golden.lines.filter((line) => line.personal !== null);
    expect(await said({ ...golden, lines })).toMatch(
      new RegExp(
        `\\nRedacted: the payer .* is missing from ${length} entries \\(allowed: personal data may be erased\\)\\.$`,
      ),
    );
  });

  test('has no opposite: personal data beside an entry that covers none are a fault', async () => {
    const lines = golden.lines.map((line, place) => (place === 0 ? { ...line, personal: { salt: 'x' } } : line));
    expect(await said({ ...golden, lines })).toContain('Personal data stand beside an entry that does not cover any.');
  });
});

describe('later epochs', () => {
  const first = golden.lines.slice(0, kinds.lastIndexOf('drawer_opened', 15));

  /** The second drawer of the day, as the first of a second epoch. */
  function second(change: (entry: Forged) => void = () => {}): Line[] {
    const lines = structuredClone(golden.lines.slice(first.length, first.length + 4));
    for (const [place, line] of lines.entries()) {
      const entry = JSON.parse(line.text.replace(/W3-([DBZ])0002/g, 'W3.2-$10001').replace('W3.2-Z0001', 'W3.2-Z0002'));
      Object.assign(entry, { epoch: 2, sequence: place + 1, previousHash: '0'.repeat(64) });
      if (entry.kind === 'drawer_opened') entry.payload.number = 1;
      change(entry);
      line.text = JSON.stringify(entry);
    }
    return resealed(lines, 0);
  }

  test('begin again at 1, but Z reports and the grand total go on', async () => {
    expect(await said(holding(golden, [...first, ...second()]))).toContain('17 entries in 2 epochs');
    const again = second((entry) => {
      if (entry.kind === 'drawer_closed') entry.payload.z = { number: 1, label: 'W3.2-Z0001' };
    });
    expect(await said(holding(golden, [...first, ...again]))).toContain('The Z report’s number is 1, but must be 2.');
  });

  /** The refund by warrant of the day's end, in a second epoch: the receipt is of the first. */
  function refunded(change: (entry: Forged) => void = () => {}): Line[] {
    const at = golden.lines.findIndex(({ text }) => text.includes('"label":"W3-R000003"'));
    const [line] = structuredClone(golden.lines.slice(at, at + 1));
    if (!line) throw new Error('the golden day has no such refund');
    const entry = JSON.parse(line.text);
    Object.assign(entry, { epoch: 2, sequence: 1, previousHash: '0'.repeat(64) });
    Object.assign(entry.payload, { number: 1, label: 'W3.2-R000001' });
    change(entry);
    return resealed([{ ...line, text: JSON.stringify(entry) }], 0);
  }

  test('may undo what an earlier one issued, and no more than stands of it', async () => {
    expect(await said(holding(golden, [...golden.lines, ...refunded()]))).toContain(`${HELD + 1} entries in 2 epochs`);
    const other = refunded((entry) => {
      entry.payload.receipt = 'W3-000044';
    });
    expect(await said(holding(golden, [...golden.lines, ...other]))).toContain('Receipt W3-000044 was never issued.');
    const gone = refunded((entry) => {
      entry.payload.receipt = 'W3-000004';
      entry.payload.issuedSequence = 6;
    });
    expect(await said(holding(golden, [...golden.lines, ...gone]))).toContain(
      'Nothing of receipt W3-000004 stands any more.',
    );
    expect(await said(holding(golden, refunded()))).toContain('is of an epoch that is not in this file');
  });

  test('may stand alone in a journal that began with them', async () => {
    expect(await said(holding(golden, second()))).toContain('Contiguous: 4 entries, 0 receipts and 1 Z report without');
  });

  test('never come before earlier ones', async () => {
    expect(await said(holding(golden, [...second(), ...first]))).toContain('Epoch 1 comes after epoch 2.');
  });
});

describe('the file', () => {
  const text = readFileSync(GOLDEN, 'utf8');
  /** The file naming another number of entries. */
  const named = (entries: number | string) => text.replace(`:${HELD}}`, `:${entries}}`);
  const bytes = Buffer.from(text);
  const damaged = Buffer.concat([bytes.subarray(0, 700), Buffer.from([0xff]), bytes.subarray(701)]);
  const sixLines = `${text.split('\n').slice(0, 6).join('\n')}\n`;
  const again = 'Export it again: npm run export -- --data FOLDER FILE.';
  const line1 = 'Line 1, which says what the journal is, is bad:';
  const exportedAt = String(golden.header.exportedAt);
  const unreadable = 'is not readable: the file is damaged or was cut short.';

  test.each<[string, string | Buffer, string]>([
    ['empty', '', `The file is empty. ${again}`],
    ['cut in a line', text.slice(0, -9), `Line ${HELD + 1} does not end: the file was cut short. ${again}`],
    ['cut between lines', sixLines, `The file ends after 5 of ${HELD} entries: it was cut short. ${again}`],
    ['longer than it says', named(HELD - 1), `The file holds more than the ${HELD - 1} entries it names.`],
    ['something else', '{"people":[]}\n', `This file is not an exported journal. ${again}`],
    ['not JSON', 'account,customer\n', `Line 1 ${unreadable}`],
    [
      'of a later format',
      text.replace('n":1,', 'n":2,'),
      `${line1} The journal has format 2, and this program reads format 1. ${again}`,
    ],
    ['damaged in one byte', damaged, `Line 2 ${unreadable}`],
    ['a list', '[1]\n', 'Line 1 is not an object.'],
    ['without a format', text.replace('"version":1,', ''), `${line1} The field “version” is missing. ${again}`],
    ['without a series', text.replace('"series":"W3",', ''), `${line1} It has no field “series”. ${again}`],
    [
      'of no district',
      text.replace('"quarry-bay"', '7'),
      `${line1} The field “district” must be text, but is 7. ${again}`,
    ],
    ['of many entries', named('"many"'), `${line1} The field “entries” must be a whole number, but is many.`],
    [
      'of yesterday',
      text.replace(exportedAt, 'yesterday'),
      `${line1} The field “exportedAt” is yesterday, which is no instant`,
    ],
    [
      'of the 31st of June',
      text.replace(exportedAt, '2026-06-31T16:03:00.000Z'),
      'is 2026-06-31T16:03:00.000Z, which is no',
    ],
    ['with a note', named(`${HELD},"note":1`), `${line1} It has a field that this program does not know: “note”.`],
  ])('bug: that is %s is told in one sentence, and what to do', async (_, content, sentence) => {
    writeFileSync(file, content);
    await expect(verifyJournal(file, null)).rejects.toThrow(sentence);
  });

  test.each([
    ['series', '(line 2, epoch 1 sequence 1 drawer_opened) is bad: The entry has no field “series”.'],
    ['sequence', '(line 2, W3 epoch 1 drawer_opened) is bad: The entry has no field “sequence”.'],
  ])('bug: with an entry that has no %s is told without a machine’s word', async (name, words) => {
    const bad = forged(golden, 0, (entry) => {
      delete entry[name];
    });
    expect(await said(bad)).toContain(words);
  });

  test('with a line that no journal has does not fill the memory', async () => {
    writeFileSync(file, 'x'.repeat(10_000_000));
    await expect(verifyJournal(file, null)).rejects.toThrow('Line 1 is too long for a journal.');
  });

  test('of an empty journal is good, but has no head', async () => {
    expect(await said(holding(golden, []))).toBe('The journal of station W3 in quarry-bay is empty.');
    expect(await said(holding(golden, []), '0'.repeat(12))).toContain('No entry has the hash');
  });

  test('is read with line separators inside a text', async () => {
    const journal = forged(golden, 0, (entry) => put(entry, 'commandId', 'a\u2028b\u2029c\r\nd'));
    expect(await said(journal)).toMatch(/^Journal of station W3/);
  });
});

describe('the command', () => {
  const run = (...args: string[]) => {
    const { status, stdout } = spawnSync(process.execPath, ['main/verify/verify.ts', ...args], { encoding: 'utf8' });
    return { status, stdout };
  };

  test('leaves with 0 when all is good, and takes a hash as it is printed', () => {
    const typed = (golden.lines[8]?.hash ?? '').toUpperCase().replace(/(.{4})(?=.)/g, '$1 ');
    const { status, stdout } = run(GOLDEN, '--head', typed);
    expect(status).toBe(0);
    expect(stdout).toContain(`\nUnedited up to entry 9 of epoch 1, whose hash begins with ${typed.slice(0, 14)}.\n`);
  });

  test.each<[string, () => string[], string | RegExp]>([
    [
      'a bad entry',
      () => [file],
      'Entry 1 (line 2, W3 epoch 1 sequence 1 drawer_opened) is bad: The hash is not that of the text.',
    ],
    ['a file that is not there', () => [join(folder, 'none')], /^There is no file .*none\. Check its name\.$/],
    ['a folder', () => [folder], / is a folder\. Name the exported file\.$/],
    ['a hash too short', () => [GOLDEN, '--head', '7C1E'], /^7C1E is no hash of a slip\. Use: /],
    ['no file', () => [], /^Use: npm run verify/],
    ['two files', () => [GOLDEN, GOLDEN], /^Use: npm run verify/],
    ['a strange option', () => [GOLDEN, '--hed', 'x'], /^Unknown option '--hed'\. Use: npm run verify/],
  ])('leaves with 1 and says why for %s', (_, args, sentence) => {
    writeFileSync(file, readFileSync(GOLDEN, 'utf8').replace('m.ortiz', 'm.ortis'));
    const { status, stdout } = run(...args());
    expect(status).toBe(1);
    if (typeof sentence === 'string') expect(stdout).toBe(`${sentence}\n`);
    else expect(stdout.trimEnd()).toMatch(sentence);
  });

  test('imports nothing but what comes with Node and what lies beside it', () => {
    for (const name of readdirSync('main/verify')) {
      const imports = readFileSync(join('main/verify', name), 'utf8').matchAll(/from '([^']+)'/g);
      for (const [, from] of imports) expect(from).toMatch(/^(node:[a-z]+|\.\/[A-Za-z]+\.ts)$/);
    }
  });
});
