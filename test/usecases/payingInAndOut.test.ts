import { randomUUID } from 'node:crypto';
import { attachmentOf } from '#db/station/attachments';
import { custody } from '#db/station/custodySchema';
import { ATTACHMENT_BYTES_MAX, attachmentType } from '#domain/attachment';
import { Policy } from '#domain/district';
import { day } from '../support/day.ts';
import { expectGoodJournal } from '../support/goodJournal.ts';
import { lastEntry } from '../support/lastEntry.ts';
import { PDF, receiptFor, SUPPLIES } from '../support/paidOut.ts';
import { POLICY } from '../support/quarryBay.ts';
import { type Caller, createStation, type TestStation } from '../support/station.ts';
import { balances, countAndClose, yesTo } from '../support/undoing.ts';

/* The tray opened without a sale, and cash put in and paid out that is no receipt. */

test('a day with all of it: each numbered without gaps, and the drawer closes even (F32)', () =>
  day(
    `
    08:00  open   D1 Ortiz  float 100.00                  ok
    08:01  tray   D1        make change                   W3-N0001
    08:02  tray   D1        other          alone          refused approval_needed
    08:03  tray   D1        other                         W3-N0002
    08:10  in     D1        3.50                          W3-I0001
    08:11  in     D1        0.00                          refused nothing_counted
    08:12  in     D1        2.00           alone          refused approval_needed
    08:20  out    D1        20.00                         W3-O0001
    08:21  out    D1        50.01                         refused paid_out_limit
    08:22  out    D1        0.00                          refused nothing_counted
    08:23  drop   D1        80.00                         W3-D0001-drop-1
    08:24  out    D1        4.00                          refused drawer_too_low
    08:25  out    D1        3.00           alone          refused approval_needed
    09:00  offline                                        offline, all sent
    09:01  out    D1        1.00                          W3-O0002
    09:02  holds  D1                                      cash 2.50
    12:00  park   D1                                      parked
    12:01  tray   D1        other                         refused drawer_parked
    12:02  in     D1        1.00                          refused drawer_parked
    12:03  out    D1        1.00                          refused drawer_parked
    12:30  unpark  D1                                     open
    17:00  count  D1        cash 2.50                     even
    17:01  tray   D1        other                         refused drawer_counted
    17:02  close  D1                                      Z1 of 0.00
  `,
    async ({ station }) => {
      await expectGoodJournal(station);
      const kept = station.look.select({ label: custody.label }).from(custody).orderBy(custody.position).all();
      expect(kept.map(({ label }) => label)).toEqual([
        ...['W3-N0001', 'W3-N0002', 'W3-I0001', 'W3-O0001', 'W3-D0001-drop-1', 'W3-O0002'],
      ]);
    },
  ));

describe('at one drawer', () => {
  let station: TestStation;
  let ortiz: Caller;
  let drawer: string;
  beforeEach(async () => {
    station = await createStation({ accounts: [] });
    ortiz = await station.signedIn('m.ortiz');
    ({ drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } }));
  });
  afterEach(() => station.close());

  test('bug: what a drawer holds could be found by proposing paid-outs: only a second person’s yes asks it', async () => {
    await ortiz.tell('dropCash', { drawer, pieces: { 2000: 9 } });
    const asked = { drawer, pieces: { 2000: 1, 1: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
    const { mark } = await ortiz.ask('paidOutProposal', asked);
    const tell = (approval?: string) =>
      ortiz.refused('payOut', { commandId: randomUUID(), ...asked, ...(approval ? { approval } : {}) });
    expect(await tell()).toBe('approval_needed');
    const approval = await yesTo(ortiz, mark);
    expect(await tell(approval)).toBe('drawer_too_low');
    const { entry } = lastEntry(station, 'cash_out_refused');
    expect(entry.payload).toEqual({ drawer, batch: 'W3-B0001', what: 'paid-out', cents: 2_001, mark });
    expect(await tell(approval)).toBe('approval_used');
    await expectGoodJournal(station);
  });

  const into = () => ({ drawer, pieces: { 100: 3, 25: 2 }, place: SUPPLIES, reason: 'Found under the counter' });

  test('a paid-in credits its source, a paid-out debits what bears it', async () => {
    const { mark } = await ortiz.ask('paidInProposal', into());
    expect(await ortiz.tell('payIn', { ...into(), approval: await yesTo(ortiz, mark) })).toEqual({
      label: 'W3-I0001',
      cents: 350,
    });
    const out = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
    const proposed = await ortiz.ask('paidOutProposal', out);
    await ortiz.tell('payOut', { ...out, approval: await yesTo(ortiz, proposed.mark) });
    const supplies = 'gl:401:5358031';
    expect(balances(station, 'drawer:W3-D0001:cash', supplies)).toEqual({
      'drawer:W3-D0001:cash': 18_350,
      [supplies]: 1_650,
    });
    const { entry, personal } = lastEntry(station, 'cash_paid_out');
    expect(entry.approver).toBe('j.whitebear');
    expect(personal?.words).toBe('Stamps for the counter');
    expect(entry.payload).toMatchObject({
      mark: proposed.mark,
      attachment: { name: 'stamps.pdf', type: 'application/pdf', size: PDF.length, sha256: out.attachment.sha256 },
    });
    expect(attachmentOf(station.look, out.attachment.sha256)?.bytes.equals(PDF)).toBe(true);
  });

  test('comparison and Z report tell paid-ins and paid-outs as parts of the cash (F32, F43)', async () => {
    const { mark } = await ortiz.ask('paidInProposal', into());
    await ortiz.tell('payIn', { ...into(), approval: await yesTo(ortiz, mark) });
    const out = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
    await ortiz.tell('payOut', {
      ...out,
      approval: await yesTo(ortiz, (await ortiz.ask('paidOutProposal', out)).mark),
    });
    const tray = { drawer, reason: 'other' as const };
    await ortiz.tell('openTray', {
      ...tray,
      approval: await yesTo(ortiz, (await ortiz.ask('noSaleProposal', tray)).mark),
    });
    const count = { cash: { 2000: 9, 100: 3, 25: 2 }, checks: [], moneyOrders: [], cardTotalCents: 0 };
    const seen = await countAndClose(ortiz, drawer, count);
    expect(seen.cash).toEqual([
      { by: 'float', cents: 20_000, items: 1 },
      { by: 'paid_in', cents: 350, items: 1 },
      { by: 'paid_out', cents: -2_000, items: 1 },
    ]);
    const { rows } = await ortiz.ask('slip', { document: { kind: 'z', label: seen.closed.z } });
    const squeezed = rows.map((row) => row.trim().replace(/ +/g, ' '));
    expect(squeezed).toEqual(expect.arrayContaining(['Paid in: 1 +3.50', 'Paid out: 1 −20.00', 'No sale 1']));
  });

  test('what was approved must be what is done: another amount, place, reason or file needs another yes', async () => {
    const out = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
    const { mark } = await ortiz.ask('paidOutProposal', out);
    const approval = await yesTo(ortiz, mark);
    const bent = (change: object) => ({ commandId: randomUUID(), ...out, approval, ...change });
    for (const change of [
      { pieces: { 1000: 2 } },
      { place: { fund: '401', bars: '3424000' } },
      { reason: 'Stamps' },
      { attachment: { ...out.attachment, name: 'other.pdf' } },
    ])
      expect(await ortiz.refused('payOut', bent(change))).toBe('approval_changed');
    await ortiz.tell('payOut', { ...out, approval });
    expect(await ortiz.refused('payOut', bent({}))).toBe('approval_used');
    const own = await ortiz.door.call('approve', { mark, person: 'm.ortiz', pin: '4172' });
    expect(own).toMatchObject({ ok: false, refusal: { code: 'approval_not_theirs' } });
  });

  test('the place must be one of the chart that the station does not book to itself', async () => {
    const at = (place: object) => ({ ...into(), place });
    expect(await ortiz.refused('paidInProposal', at({ fund: '401', bars: '9999999' }))).toBe('chart_unknown');
    expect(await ortiz.refused('paidInProposal', at(POLICY.standing.overShort))).toBe('chart_kept');
    expect(await ortiz.refused('paidInProposal', at({ fund: '401', bars: '1220000' }))).toBe('chart_kept');
    const out = { drawer, pieces: { 2000: 1 }, ...(await receiptFor(ortiz)), place: POLICY.standing.overShort };
    expect(await ortiz.refused('paidOutProposal', out)).toBe('chart_kept');
  });

  test('only who has the drawer does any of it', async () => {
    const haddad = await station.signedIn('l.haddad');
    const park = await station.signedIn('s.park');
    const tray = { drawer, reason: 'other' };
    for (const [name, input] of [
      ['noSaleProposal', tray],
      ['paidInProposal', into()],
      ['paidOutProposal', { ...into(), ...(await receiptFor(ortiz)) }],
    ] as const) {
      expect(await haddad.refused(name, input)).toBe('drawer_not_yours');
      expect(await park.refused(name, input)).toBe('not_permitted');
    }
    expect(await park.refused('attachReceipt', { name: 'x.pdf', base64: PDF.toString('base64') })).toBe(
      'not_permitted',
    );
  });

  test('each slip says what was approved, by whom and why, and opens the tray', async () => {
    const tray = { drawer, reason: 'make_change' as const, words: 'For the payer before' };
    const { mark } = await ortiz.ask('noSaleProposal', tray);
    await ortiz.tell('openTray', { ...tray, approval: await yesTo(ortiz, mark) });
    const line = await station.lastSlip();
    expect((await ortiz.ask('paper', {})).slips[0]?.kicked).toBe(true);
    for (const said of [/No sale W3-N0001/, /Change for somebody/, /For the payer before/, /Joseph Whitebear/])
      expect(line).toMatch(said);
    const out = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
    const proposed = await ortiz.ask('paidOutProposal', out);
    await ortiz.tell('payOut', { ...out, approval: await yesTo(ortiz, proposed.mark) });
    const slip = await station.lastSlip();
    for (const said of [/Paid-out W3-O0001/, /401 5358031/, /stamps\.pdf/, /20\.00 × +1 +20\.00/, /Stamps for/])
      expect(slip).toMatch(said);
  });
});

describe('a scanned receipt', () => {
  let station: TestStation;
  let ortiz: Caller;
  beforeAll(async () => {
    station = await createStation({ accounts: [] });
    ortiz = await station.signedIn('m.ortiz');
  });
  afterAll(() => station.close());
  const attached = (bytes: Buffer, name = 'stamps.pdf') => ({ name, base64: bytes.toString('base64') });

  test.each([
    ['application/pdf', PDF],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0x00])],
    ['image/png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])],
  ])('is %s by its first bytes, whatever its name says', async (type, bytes) => {
    expect(await ortiz.ask('attachReceipt', attached(bytes, 'scan.exe'))).toMatchObject({ type, size: bytes.length });
  });

  test('of another kind, of nothing, or larger than 1 MB is refused', async () => {
    expect(await ortiz.refused('attachReceipt', attached(Buffer.from('<html>')))).toBe('attachment_kind');
    expect(await ortiz.refused('attachReceipt', { name: 'x.pdf', base64: '' })).toBe('bad_input');
    expect(await ortiz.refused('attachReceipt', { name: 'x.pdf', base64: '€€€€' })).toBe('bad_input');
    const large = Buffer.alloc(ATTACHMENT_BYTES_MAX + 1);
    PDF.copy(large);
    expect(await ortiz.refused('attachReceipt', attached(large))).toBe('attachment_too_large');
    expect(await ortiz.ask('attachReceipt', attached(large.subarray(0, -1)))).toMatchObject({
      size: ATTACHMENT_BYTES_MAX,
    });
    expect(attachmentType(Buffer.alloc(0))).toBeNull();
  });

  test('that no entry named is let go after a day; one that was attached must still be here', async () => {
    const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
    const { attachment, reason } = await receiptFor(ortiz);
    station.clock.advance(25 * 60 * 60 * 1000);
    await station.quiet();
    const again = await station.signedIn('m.ortiz');
    await again.ask('attachReceipt', attached(Buffer.from('%PDF-1.4 another')));
    const out = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, attachment, reason };
    expect(await again.refused('paidOutProposal', out)).toBe('attachment_unknown');
    await receiptFor(again);
    expect((await again.ask('paidOutProposal', out)).cents).toBe(2_000);
  });
});

test('where the district pays nothing out, as by default, it is refused and no screen offers it', async () => {
  const { paidOut: _, ...before } = POLICY;
  const policy = Policy.parse(before);
  expect(policy.paidOut).toBeNull();
  const station = await createStation({ accounts: [], policy });
  const ortiz = await station.signedIn('m.ortiz');
  const { drawer } = await ortiz.tell('openDrawer', { businessDay: '2026-11-23', float: { 2000: 10 } });
  const out = { drawer, pieces: { 2000: 1 }, place: SUPPLIES, ...(await receiptFor(ortiz)) };
  expect(await ortiz.refused('paidOutProposal', out)).toBe('paid_out_off');
  expect((await ortiz.ask('station', {})).limits?.paidOutMaxCents).toBeNull();
  await station.close();
});
