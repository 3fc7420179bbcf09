import fc from 'fast-check';
import type { ScanlineTemplate } from '#domain/district';
import { cents } from '#domain/money';
import { accountKey, askedCents, readScanline, writeScanline } from '#formats/scanline';

const bill: ScanlineTemplate = {
  name: 'Utility bill',
  fields: [
    { field: 'account', digits: 11 },
    { field: 'date', digits: 6 },
    { field: 'rate', digits: 4 },
    { field: 'gross', digits: 10 },
    { field: 'net', digits: 10 },
    { field: 'check', digits: 1 },
  ],
  weights: [2, 1],
  digitSum: true,
  modulus: 10,
};

const LINE = '004011872031130260100000000950400000086409';

const hale = { account: '40-11872-03', date: '113026', rate: '0100', grossCents: cents(9_504), netCents: cents(8_640) };

test('a bill line is read back as it was written, by a reading made by hand', () => {
  const line = writeScanline(bill, hale);
  // 00401187203 113026 0100 0000009504 0000008640, doubled at every other digit from the first: sum 81, so 9 is missing.
  expect(line).toBe(LINE);
  expect(readScanline(line, [bill])).toEqual({
    kind: 'read',
    template: 'Utility bill',
    account: '00401187203',
    date: '113026',
    rate: '0100',
    netUntil: null,
    grossCents: 9_504,
    netCents: 8_640,
  });
});

test('spaces in a scanned line are ignored', () => {
  const spaced = ' 00401187203 113026 0100 0000009504 0000008640 9\r\n';
  expect(readScanline(spaced, [bill])).toMatchObject({ kind: 'read', account: '00401187203' });
});

test.each([
  ['a word', 'nguyen'],
  ['nothing', ''],
  ['spaces alone', '   '],
  ['an account number', '40-11872-03'],
  ['one digit too few', LINE.slice(0, -1)],
  ['one digit too many', `${LINE}5`],
  ['a letter among the digits', `${LINE.slice(0, -1)}O`],
  ['digits of another script', '٠٠٤٠١١٨٧٢٠٣١١٣٠٢٦٠١٠٠٠٠٠٠٠٠٩٥٠٤٠٠٠٠٠٠٨٦٤٠٥'],
])('%s is not a bill line', (_, text) => {
  expect(readScanline(text, [bill])).toEqual({ kind: 'none' });
});

test('a wrong check digit is wrong and never guessed', () => {
  expect(readScanline(`${LINE.slice(0, -1)}4`, [bill])).toEqual({ kind: 'wrong' });
});

test('without templates nothing is a bill line', () => {
  expect(readScanline(LINE, [])).toEqual({ kind: 'none' });
});

test('among templates of one length the one whose check digit agrees is taken', () => {
  const other = { ...bill, name: 'Permit bill', weights: [3, 1], digitSum: false };
  const line = writeScanline(other, hale);
  expect(readScanline(line, [bill, other])).toMatchObject({ kind: 'read', template: 'Permit bill' });
});

test('a line whose check would need two digits is wrong, and is not written', () => {
  const eleven: ScanlineTemplate = {
    name: 'Eleven',
    fields: [
      { field: 'account', digits: 3 },
      { field: 'check', digits: 1 },
    ],
    weights: [1],
    digitSum: false,
    modulus: 11,
  };
  expect(readScanline('0019', [eleven])).toEqual({ kind: 'wrong' });
  expect(readScanline('0010', [eleven])).toEqual({ kind: 'wrong' });
  expect(() => writeScanline(eleven, { account: '001' })).toThrow('no check digit');
  expect(readScanline(writeScanline(eleven, { account: '002' }), [eleven])).toMatchObject({ account: '002' });
});

test('a template without amounts answers null for them', () => {
  const short: ScanlineTemplate = {
    ...bill,
    fields: [
      { field: 'check', digits: 1 },
      { field: 'account', digits: 11 },
    ],
  };
  expect(readScanline(writeScanline(short, { account: '40-11872-03' }), [short])).toMatchObject({
    account: '00401187203',
    date: null,
    grossCents: null,
    netCents: null,
  });
});

describe('after its due date a bill asks for the gross amount where its template says so', () => {
  const asked = (template: ScanlineTemplate, date: string, today: string) => {
    const read = readScanline(writeScanline(template, { ...hale, date }), [template]);
    return read.kind === 'read' ? askedCents(read, today) : read.kind;
  };
  const late = (grossAfter: ScanlineTemplate['grossAfter']) => ({ ...bill, grossAfter });

  test.each([
    [late(undefined), '113026', '2026-12-01', 8_640],
    [late('mmddyy'), '113026', '2026-11-29', 8_640],
    [late('mmddyy'), '113026', '2026-11-30', 8_640],
    [late('mmddyy'), '113026', '2026-12-01', 9_504],
    [late('mmddyy'), '022928', '2028-03-01', 9_504],
    [late('ddmmyy'), '301126', '2026-11-30', 8_640],
    [late('ddmmyy'), '301126', '2027-01-01', 9_504],
    [late('yymmdd'), '261130', '2026-11-30', 8_640],
    [late('yymmdd'), '261130', '2026-12-01', 9_504],
    // A bill without a due date, and a day that no calendar has.
    [late('mmddyy'), '000000', '2026-12-01', 8_640],
    [late('mmddyy'), '133026', '2026-12-01', 'wrong'],
    [late('mmddyy'), '022926', '2026-12-01', 'wrong'],
    [late('ddmmyy'), '113026', '2026-12-01', 'wrong'],
  ])('%j, due %s, on %s: %s', (template, date, today, expected) => {
    expect(asked(template, date, today)).toBe(expected);
  });

  test('where a template has one amount alone it is that one; where it has none, none', () => {
    const without = (...left: string[]) => ({
      ...late('mmddyy'),
      fields: bill.fields.filter(({ field }) => !left.includes(field)),
    });
    expect(asked(without('gross'), '113026', '2026-12-01')).toBe(8_640);
    expect(asked(without('net'), '113026', '2026-11-01')).toBe(9_504);
    expect(asked(without('gross', 'net'), '113026', '2026-11-01')).toBeNull();
    expect(asked(without('date'), '', '2026-12-01')).toBe(8_640);
  });
});

test('an amount that no bill can ask for is a misread line', () => {
  const wide: ScanlineTemplate = {
    ...bill,
    fields: [
      { field: 'account', digits: 2 },
      { field: 'net', digits: 20 },
    ],
  };
  expect(readScanline('0199999999999999999999', [wide])).toEqual({ kind: 'wrong' });
  const gross: ScanlineTemplate = {
    ...bill,
    fields: [
      { field: 'account', digits: 2 },
      { field: 'gross', digits: 20 },
    ],
  };
  expect(readScanline('0199999999999999999999', [gross])).toEqual({ kind: 'wrong' });
  expect(readScanline('0100000000000000009504', [gross])).toMatchObject({ kind: 'read', grossCents: 9_504 });
});

test('what does not fit its field is our own mistake', () => {
  expect(() => writeScanline(bill, { ...hale, account: '123456789012' })).toThrow('does not fit 11 digits');
});

test('an account is matched by its digits, whatever zeros or dashes it has', () => {
  expect(accountKey('40-11872-03')).toBe(accountKey('00401187203'));
  expect(accountKey('000')).toBe('0');
  expect(accountKey('SSP-2026-0097')).toBe('20260097');
});

const parts = fc.record({
  account: fc.stringMatching(/^\d{1,11}$/),
  date: fc.stringMatching(/^\d{6}$/),
  rate: fc.stringMatching(/^\d{4}$/),
  grossCents: fc.integer({ min: 0, max: 9_999_999_999 }).map(cents),
  netCents: fc.integer({ min: 0, max: 9_999_999_999 }).map(cents),
});

test('property: every written line is read back whole', () => {
  fc.assert(
    fc.property(parts, (said) => {
      const read = readScanline(writeScanline(bill, said), [bill]);
      expect(read).toMatchObject({ kind: 'read', date: said.date, rate: said.rate });
      if (read.kind !== 'read') return;
      expect(read.grossCents).toBe(said.grossCents);
      expect(read.netCents).toBe(said.netCents);
      expect(accountKey(read.account)).toBe(accountKey(said.account));
    }),
  );
});

test('property: one digit misread is always noticed', () => {
  fc.assert(
    fc.property(parts, fc.nat(41), fc.integer({ min: 1, max: 9 }), (said, place, shift) => {
      const line = writeScanline(bill, said);
      const misread = String((Number(line[place]) + shift) % 10);
      expect(readScanline(line.slice(0, place) + misread + line.slice(place + 1), [bill])).toEqual({ kind: 'wrong' });
    }),
  );
});
