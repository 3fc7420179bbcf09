import { compare } from '#domain/balancing';
import { cents, formatSigned } from '#domain/money';
import { permitSlip } from '#printing/permitSlip';
import { receiptSlip } from '#printing/receiptSlip';
import { SLIP_WIDTH, type Slip } from '#printing/slip';
import { slipText } from '#printing/slipText';
import { correctionSlip, refundSlip, reversalSlip } from '#printing/undoSlip';
import { voidSlip } from '#printing/voidSlip';
import { hashRows, zSlip } from '#printing/zSlip';
import {
  correctionRecorded,
  ENGLISH,
  offlineReceipt,
  permitReceipt,
  receiptRecorded,
  recorded,
  refundRecorded,
  reversalRecorded,
  slipFacts,
  twoTenderReceipt,
  voidRecorded,
  zRecorded,
} from '#test/support/slipCases';

const facts = slipFacts();

/** The rows of a slip with spaces squeezed, to look for what they say. */
function said(slip: Slip): string[] {
  return slipText(slip).map((row) => row.trim().replace(/ +/g, ' '));
}

describe('a receipt', () => {
  const hale = receiptRecorded(twoTenderReceipt(), 'Hale, Dorothea');

  test('without a payer’s name, redacted, stands all the same', () => {
    const rows = said(receiptSlip({ ...hale, personal: null }, facts));
    expect(rows.some((row) => row.startsWith('From'))).toBe(false);
    expect(rows).toContain('TOTAL 1,264.65');
  });

  test('bug: paid by telephone did not say so on paper', () => {
    const phoned = receiptRecorded({ ...twoTenderReceipt(), entryMode: 'phone', language: 'es' }, 'Hale, Dorothea');
    expect(said(receiptSlip(phoned, facts))).toEqual(
      expect.arrayContaining(['Paid by telephone', 'Pagado por teléfono']),
    );
    expect(said(receiptSlip(hale, facts))).not.toContain('Paid by telephone');
  });

  test('taken for another business day says which', () => {
    const other = { ...hale, entry: { ...hale.entry, businessDay: '2026-11-24' } };
    expect(said(receiptSlip(other, facts))).toContain('Business day Nov 24, 2026');
    expect(said(receiptSlip(hale, facts)).some((row) => row.startsWith('Business day'))).toBe(false);
  });

  test('late in the evening bears the district’s date, not that of Greenwich', () => {
    const late = { ...hale, entry: { ...hale.entry, recordedAt: Date.parse('2026-11-24T04:30:00Z') } };
    expect(said(receiptSlip(late, facts))).toEqual(
      expect.arrayContaining(['Receipt W3-000417 Nov 23, 2026', 'M. Ortiz, drawer W3-D0012 20:30']),
    );
  });

  test('taken offline with balances of another day says the day', () => {
    const old = { ...offlineReceipt(), accountsAsOf: Date.parse('2026-11-21T17:02:00-08:00') };
    expect(said(receiptSlip(receiptRecorded(old, 'Ivanov'), facts)).join(' ')).toContain(
      'Taken while offline. Balances as of Nov 21, 2026, 17:02.',
    );
  });

  test('with cash and no change says so', () => {
    const exact = { ...twoTenderReceipt(), changeCents: 0 };
    expect(said(receiptSlip(receiptRecorded(exact, 'Hale'), facts))).toContain('Change 0.00');
  });

  test('paid by card alone has no row for change', () => {
    const rows = said(receiptSlip(receiptRecorded(offlineReceipt(), 'Ivanov'), facts));
    expect(rows.some((row) => row.startsWith('Change'))).toBe(false);
    expect(rows).toContain('Visa ··8841, approval 02419Z 62.50');
  });

  test('printed again is a DUPLICATE by its number (F63); void and in training it says all three', () => {
    expect(receiptSlip(hale, facts).banners).toEqual([]);
    expect(receiptSlip(hale, facts, { copy: 3, isVoid: false }).banners).toEqual(['DUPLICATE 3']);
    expect(receiptSlip(hale, slipFacts(true), { copy: 2, isVoid: true }).banners).toEqual([
      'TRAINING: not money',
      'VOID',
      'DUPLICATE 2',
    ]);
  });

  test('carries its label and its full hash for a scanner, and the short hash for people', () => {
    const slip = receiptSlip(hale, facts);
    expect(slip.qr).toBe(`W3-000417 ${hale.hash.toUpperCase()}`);
    const short = hale.hash
      .slice(0, 12)
      .toUpperCase()
      .replace(/(.{4})(?=.)/g, '$1 ');
    expect(said(slip)).toContain(`Journal head ${short}`);
  });

  test('never shows the check’s routing or account', () => {
    expect(said(receiptSlip(hale, facts)).join('\n')).not.toMatch(/021000021|4410|sealed/);
  });
});

test('a void gives cash back less the change, and has room for three signatures', () => {
  const rows = said(voidSlip(voidRecorded(), facts));
  expect(rows).toEqual(expect.arrayContaining(['Cash 64.65', 'Given back 1,264.65', 'Approved by J. Whitebear']));
  expect(rows.filter((row) => row === '_'.repeat(SLIP_WIDTH))).toHaveLength(3);
});

test('a void of rounded cash gives back what was kept, and says how each tender goes back', () => {
  const rows = said(voidSlip(voidRecorded(permitReceipt()), facts));
  expect(rows).toEqual(expect.arrayContaining(['Receipt total 1,213.27', 'Cash 13.25', 'Given back 1,213.25']));
  expect(rows).toEqual(expect.arrayContaining(['the money order itself', 'to the account, as credit']));
});

test('a void of rounded cash adds up on paper, and opens no charges where it paid none', () => {
  const receipt = permitReceipt();
  const rows = said(voidSlip(voidRecorded(receipt), facts));
  const rounding = rows.find((row) => row.startsWith('Cash rounded by')) ?? '';
  expect(rounding).toBe(`Cash rounded by ${formatSigned(cents(receipt.roundingCents))}`);
  expect(receipt.roundingCents).not.toBe(0);
  expect(rows).toContain('The number stays used.');
  expect(rows.join(' ')).not.toContain('open again');
});

test('a permit whose receipt is void says so', () => {
  const paid = receiptRecorded(permitReceipt(), 'Hale, Dorothea');
  expect(permitSlip(paid, facts).banners).toEqual([]);
  expect(permitSlip(paid, facts, { copy: 2, isVoid: true }).banners).toEqual(['VOID', 'DUPLICATE 2']);
});

describe('an undoing', () => {
  test('in cash has the payer sign too; no other has', () => {
    const signs = (slip: Slip) => said(slip).filter((row) => row === '_'.repeat(SLIP_WIDTH)).length;
    expect(signs(refundSlip(refundRecorded(), facts, ENGLISH))).toBe(3);
    expect(signs(refundSlip(refundRecorded('warrant'), facts, ENGLISH))).toBe(2);
    expect(signs(correctionSlip(correctionRecorded(), facts, ENGLISH))).toBe(2);
    expect(signs(reversalSlip(reversalRecorded(), facts, ENGLISH))).toBe(2);
  });

  test('printed again is a DUPLICATE by its number, and scans as itself', () => {
    expect(reversalSlip(reversalRecorded(), facts, { ...ENGLISH, copy: 3 }).banners).toEqual(['DUPLICATE 3']);
    expect(refundSlip(refundRecorded(), facts, ENGLISH).qr).toMatch(/^W3-R000001 [0-9A-F]{64}$/);
  });

  test('of which the personal part was redacted stands all the same', () => {
    const rows = said(correctionSlip({ ...correctionRecorded(), personal: null }, facts, ENGLISH));
    expect(rows.some((row) => row.startsWith('From'))).toBe(false);
    expect(rows).toContain('Reason Wrong account or parcel');
  });
});

describe('a Z report', () => {
  const count = zRecorded().entry.payload.count;
  const checks = count.checks;

  test.each([
    [cents(128_935), 'Short −4.25'],
    [cents(128_510), 'Neither over nor short 0.00'],
    [cents(128_500), 'Over +0.10'],
  ])('with %i expected in cash says: %s', (cashCents, words) => {
    const comparison = compare({ cashCents, checks, moneyOrders: [], cardCents: cents(221_610), cards: 9 }, count);
    expect(said(zSlip(zRecorded(comparison), facts))).toContain(words);
  });

  test('calls a check that does not agree a difference, never over or short', () => {
    const comparison = compare(
      { cashCents: cents(128_510), checks: [], moneyOrders: [], cardCents: cents(221_610), cards: 9 },
      count,
    );
    const rows = said(zSlip(zRecorded(comparison), facts));
    expect(rows).toEqual(expect.arrayContaining(['Difference +2,236.80', 'Not expected: check no. 1187 1,200.00']));
    expect(rows.filter((row) => /over|short/i.test(row) && !/Neither|handed over/.test(row))).toEqual([]);
  });

  test('of a drawer without activity has no receipts and no cash', () => {
    const idle = zRecorded();
    const payload = {
      ...idle.entry.payload,
      receipts: { issued: 0, voided: 0, first: null, last: null, issuedCents: 0, voidedCents: 0 },
      count: { cash: {}, checks: [], moneyOrders: [], cardTotalCents: 0 },
    };
    const rows = said(zSlip(recorded('drawer_closed', payload), facts));
    expect(rows).toEqual(expect.arrayContaining(['None issued', 'No cash']));
  });

  test('shows all 64 digits of the head, so that a journal can be verified from paper', () => {
    const { hash } = zRecorded();
    const rows = hashRows(hash).map((row) => (row.row === 'text' ? row.text.replaceAll(' ', '') : ''));
    expect(rows.join('').toLowerCase()).toBe(hash);
    expect(said(zSlip(zRecorded(), facts)).join('').replaceAll(' ', '')).toContain(hash.toUpperCase());
  });
});
