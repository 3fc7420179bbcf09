import { sql } from 'drizzle-orm';
import { cashPaidOut } from '#domain/custodyPostings';
import { cents } from '#domain/money';
import { Refusal } from '#domain/refusal';
import { sha256OfBytes } from '#main/chain/sha256';
import { attachmentsWanted, receiveAttachment } from '#main/ledger/receiveAttachment';
import { contextOf, countOf, onEachStore, rowsOf, type TestContext } from '../support/ledger.ts';
import { yesOf } from '../support/office.ts';
import { type OfficeDay, officeDay, SOLHEIM, TWO_HUNDRED } from '../support/officeDay.ts';
import { PDF, SUPPLIES } from '../support/paidOut.ts';

const SHA256 = sha256OfBytes(PDF);
const BASE64 = PDF.toString('base64');
const MONDAY = '2026-11-23';
const SEEN = { name: 'stamps.pdf', type: 'application/pdf', sha256: SHA256, station: 'W3' };

onEachStore('the file of a paid-out', (on) => {
  let context: TestContext;
  let day: OfficeDay;
  let sequence: number;

  beforeEach(async () => {
    context = contextOf(on.db);
    day = await officeDay(context);
    sequence = await paidOut(day);
  });

  const receive = (base64 = BASE64, of = sequence) =>
    receiveAttachment(context, day.station.key, { epoch: 1, sequence: of, base64 });
  const paidOuts = async () => (await day.auditor.ask('batch', { batch: 'W3-B0001' })).totals?.paidOuts;
  const countAll = () => {
    const returned = ['float', 'float-return'].map((what) => ({ handoff: `W3-D0001-${what}`, pieces: TWO_HUNDRED }));
    return day.whitebear.tell('countHandoffs', {
      parts: [...returned, { handoff: 'W3-D0001-cash', pieces: { 500: 1 } }],
    });
  };

  test('is told with its batch once the amounts are, and opens once it has come up', async () => {
    expect(await paidOuts()).toBeUndefined();
    await countAll();
    const paid = { label: 'W3-O0001', cents: 500, byName: 'Marisol Ortiz', approverName: 'Joseph Whitebear' };
    expect(await paidOuts()).toMatchObject([{ ...paid, words: 'Stamps', file: { ...SEEN, isHere: false } }]);
    expect(await day.finance.refused('officeAttachment', { sha256: SHA256 })).toBe('attachment_awaited');
    expect(await receive()).toEqual({ outcome: 'created' });
    expect(await paidOuts()).toMatchObject([{ ...paid, file: { ...SEEN, isHere: true } }]);
    for (const person of [day.finance, day.whitebear, day.auditor])
      expect(await person.ask('officeAttachment', { sha256: SHA256 })).toEqual({
        ...{ type: 'application/pdf', base64: BASE64 },
      });
    expect(await day.ortiz.refused('officeAttachment', { sha256: SHA256 })).toBe('not_permitted');
  });

  test('is found from the report of its days, which leads to its batch', async () => {
    const asked = { report: 'drops_and_paid_outs' as const, from: MONDAY, to: MONDAY };
    const { columns, rows } = await day.auditor.ask('report', asked);
    expect(columns.find(({ opens }) => opens === 'batch')?.name).toBe('Batch');
    expect(rows).toMatchObject(
      [['W3-O0001', 'Paid-out', 'W3-B0001', MONDAY]].map((row) => expect.arrayContaining(row)),
    );
  });

  test('is kept once, whoever sends it again and however often', async () => {
    const both = await Promise.all([receive(), receive()]);
    expect(both.map(({ outcome }) => outcome).sort()).toEqual(['created', 'exists']);
    expect(await receive()).toEqual({ outcome: 'exists' });
    expect(await countOf(on.db, day.station.district, 'attachments')).toBe(1);
  });

  test('is none but that whose digest stands in the entry', async () => {
    const refusal = (code: string) => expect.objectContaining({ code }) as Refusal;
    await expect(receive(Buffer.from(`${PDF}!`).toString('base64'))).rejects.toEqual(refusal('attachment_altered'));
    await expect(receive(BASE64, sequence - 1)).rejects.toEqual(refusal('attachment_unnamed'));
    await expect(receive(BASE64, 999)).rejects.toBeInstanceOf(Refusal);
    expect(await countOf(on.db, day.station.district, 'attachments')).toBe(0);
    // Nor can the service put other bytes there by another way.
    const smuggled = sql`INSERT INTO attachments VALUES (${day.station.district}, ${SHA256}, 'application/pdf',
      decode('00', 'hex'), 'W3', 1, ${sequence}, 0)`;
    const attempt = on.db.inDistrict(day.station.district, 'write', (tx) => tx.run(smuggled));
    await expect(attempt).rejects.toMatchObject({ cause: { constraint: 'attachments_as_named' } });
  });

  test('is its own district’s and nobody else’s', async () => {
    await receive();
    const other = await officeDay(context);
    const asked = { sha256s: [SHA256] };
    expect(await attachmentsWanted(context, day.station.key, asked)).toEqual({ wanted: [] });
    expect(await attachmentsWanted(context, other.station.key, asked)).toEqual({ wanted: [SHA256] });
    expect(await other.finance.refused('officeAttachment', { sha256: SHA256 })).toBe('attachment_awaited');
    expect(await rowsOf(on.db, other.station.district, sql`SELECT sha256 FROM attachments`)).toEqual([]);
    // The other district keeps the same bytes for itself.
    const named = await paidOut(other);
    const sent = { epoch: 1, sequence: named, base64: BASE64 };
    expect(await receiveAttachment(context, other.station.key, sent)).toEqual({ outcome: 'created' });
  });

  test('is opened from the line of the general ledger that its paid-out makes', async () => {
    await countAll();
    await day.approve('W3-B0001');
    const reason = 'Nothing was banked';
    const { mark } = await day.whitebear.ask('dayClose', { day: MONDAY, reason });
    await day.whitebear.tell('closeDay', { day: MONDAY, mark, reason }, yesOf(SOLHEIM, mark));
    const { number } = await day.finance.tell('exportGl', { through: MONDAY, layout: 'batch' });
    const { lines } = await day.finance.ask('glLines', { number });
    const line = lines.find(({ bars }) => bars === SUPPLIES.bars)?.line ?? 0;
    const entry = async () => (await day.auditor.ask('glLine', { number, line })).entries;
    expect(await entry()).toMatchObject([{ kind: 'cash_paid_out', file: { ...SEEN, isHere: false } }]);
    await receive();
    expect(await entry()).toMatchObject([{ kind: 'cash_paid_out', file: { ...SEEN, isHere: true } }]);
    const other = lines.find(({ bars, side }) => bars === '1118000' && side === 'debit')?.line ?? 0;
    expect((await day.auditor.ask('glLine', { number, line: other })).entries).toMatchObject([{ file: null }]);
  });
});

/** A drawer from which 5.00 were paid out, closed and sent. Answers the sequence of the paid-out. */
async function paidOut({ station }: OfficeDay): Promise<number> {
  const { journal } = station;
  journal.openDrawer(TWO_HUNDRED);
  journal.pay([
    { kind: 'account', accountNumber: '40-11872-03', cents: 500, charges: [], unappliedCents: 500, namedWhy: null },
  ]);
  const own = { drawer: 'W3-D0001', batch: 'W3-B0001', number: 1, label: 'W3-O0001', mark: 'a'.repeat(64) };
  const attachment = { name: 'stamps.pdf', type: 'application/pdf' as const, size: PDF.length, sha256: SHA256 };
  const payload = { ...own, pieces: { 500: 1 }, cents: 500, place: SUPPLIES, attachment };
  const postings = cashPaidOut('W3-D0001', SUPPLIES, cents(500));
  const personal = { salt: 'c'.repeat(32), words: 'Stamps' };
  journal.append({ kind: 'cash_paid_out', payload, postings, approver: 'j.whitebear' }, personal);
  const { length } = journal.entries;
  journal.closeDrawer();
  await station.send();
  return length;
}
