import type { StationDb } from '#db/station/open';
import { entries } from '#db/station/schema';
import { day } from '../support/day.ts';
import { DAY_IN_FULL } from '../support/dayInFull.ts';
import { POLICY } from '../support/quarryBay.ts';

const daysOf = (look: StationDb) => [
  ...new Set(
    look
      .select({ day: entries.businessDay })
      .from(entries)
      .all()
      .map((row) => row.day),
  ),
];

test('an ordinary day', () =>
  day(`
    08:00  open    D1 Ortiz  float 200.00                                    ok
    08:10  take    R1        Hale 86.40                  cash 100.00         change 13.60
    08:11  owes    Hale                                                      15.00
    08:20  take    R2        Hale 15.00, Nguyen 172.80   check 1187 187.80   change 0.00
    08:31  take    R3        Ivanov 50.00                card 8841 50.00     change 0.00
    09:05  take    R4        Nguyen 5.00                 cash 5.00           change 0.00
    09:06  owes    Nguyen                                                    −5.00
    09:10  take    R5        Cannery 12640.00            check 55012 12640.00   change 0.00
    10:00  reprint  R2                                                        copy 2
    10:01  reprint  R2        by Haddad                                       copy 3
    12:00  take    R6        Hale 1.00                   cash 0.50           refused tender_short
    16:58  holds   D1                                                        cash 291.40, check 12,827.80, card 50.00
    17:00  count   D1        cash 291.40, check 1187 187.80, check 55012 12640.00, card 50.00   even
    17:01  close   D1                                                        Z1 of 12,969.20
    17:02  holds   D1                                                        nothing
    17:03  stands                                                            online, all sent
  `));

test('a void in the same drawer puts the cash back', () =>
  day(`
    08:00  open    D1 Ortiz  float 200.00                                 ok
    08:10  take    R1        Hale 86.40       cash 100.00                 change 13.60
    08:11  owes    Hale                                                   15.00
    08:12  void    R1        wrong account    alone                       refused approval_needed
    08:12  void    R1        wrong account    by Haddad                   refused drawer_not_yours
    08:12  void    R1        wrong account                                back 86.40
    08:13  void    R1        wrong account                                refused receipt_already_voided
    08:13  owes    Hale                                                   101.40
    08:14  holds   D1                                                     cash 200.00
    08:20  take    R2        Hale 101.40      check 1187 100.00, cash 2.00   change 0.60
    08:21  void    R2        changed mind                                 back 1.40
    08:22  take    R3        Ivanov 50.00     card 8841 50.00             change 0.00
    08:23  void    R3        wrong tender                                 back 0.00
    08:24  holds   D1                                                     cash 200.00
    17:00  count   D1        cash 200.00                                  even
    17:00  void    R3        wrong tender                                 refused receipt_already_voided
    17:01  close   D1                                                     Z1 of 237.80
  `));

test('a drawer that is over, and one that is short', () =>
  day(`
    08:00  open    D1 Ortiz  float 200.00                                 ok
    08:10  take    R1        Hale 86.40       cash 100.00                 change 13.60
    12:00  count   D1        cash 290.00                                  over 3.60
    12:01  close   D1                                                     refused reason_needed
    12:02  close   D1        A payer left his change                      Z1 of 86.40
    12:10  open    D2 Haddad  float 100.00                                 ok
    12:11  take    R2        Nguyen 172.80    cash 180.00                 change 7.20
    16:00  count   D2        cash 252.80                                  short 20.00
    16:01  close   D2        A note was missing    alone                  refused approval_needed
    16:02  close   D2        A note was missing                           Z2 of 259.20
  `));

test('a small difference closes by itself; a check that does not agree by number needs a reason (F31, F41)', () =>
  day(`
    08:00  open    D1 Ortiz  float 200.00                                 ok
    08:10  take    R1        Hale 86.40       check 1187 86.40            change 0.00
    08:12  take    R2        Hale 15.00       card 8841 15.00             change 0.00
    12:00  count   D1        cash 199.01, check 1178 86.40, card 15.50    short 0.99, card 0.50, check 1187 missing, check 1178 unknown
    12:01  close   D1                                                     refused reason_needed
    12:02  close   D1        Numbers were turned round                    Z1 of 101.40
    13:00  open    D2 Ortiz  float 200.00                                 ok
    13:30  count   D2        cash 201.00                                  over 1.00
    13:31  close   D2                                                     Z2 of 101.40
  `));

test('a recount is a second person’s, and its result counts (F35)', () =>
  day(`
    08:00  open    D1 Ortiz            float 200.00                       ok
    08:10  take    R1                  Hale 86.40       cash 86.40        change 0.00
    12:00  count   D1                  cash 186.40                        short 100.00
    12:01  count   D1 Ortiz            cash 286.40                        refused recount_needs_another
    12:02  count   D1 Whitebear        cash 286.40                        even
    12:03  count   D1 Whitebear        cash 286.40                        refused recount_needs_another
    12:04  close   D1                                                     Z1 of 86.40
  `));

test('a day offline: ten receipts wait, and the ledger holds them all afterwards (F04, F10, F11)', () =>
  day(
    `
    08:00  open    D1 Ortiz  float 200.00                                 ok
    08:05  take    R1        Hale 10.00       cash 10.00                  change 0.00
    10:19  offline                                                        offline, all sent
    10:20  take    R2        Hale 10.00       cash 10.00                  change 0.00
    10:21  take    R3        Hale 10.00       cash 20.00                  change 10.00
    10:22  take    R4        Nguyen 10.00     check 1187 10.00            change 0.00
    10:23  take    R5        Nguyen 10.00     card 8841 10.00             change 0.00
    10:24  take    R6        Ivanov 60.00     cash 60.00                  change 0.00
    10:25  stands                                                         offline, 5 unsent
    10:26  owes    Hale                                                   71.40
    10:27  restart                                                        offline, 5 unsent
    10:28  take    R7        Hale 10.00       cash 10.00                  change 0.00
    10:29  take    R8        Hale 10.00       cash 10.00                  change 0.00
    10:30  void    R8        wrong amount                                 back 10.00
    10:31  take    R9        Cannery 40.00    cash 40.00                  change 0.00
    10:32  take    R10       Cannery 40.00    cash 40.00                  change 0.00
    10:33  take    R11       Cannery 40.00    cash 40.00                  change 0.00
    10:34  owes    Hale                                                   61.40
    11:00  online                                                         online, all sent
    11:01  owes    Hale                                                   61.40
    11:01  owes    Ivanov                                                 −10.00
    17:00  count   D1        cash 420.00, check 1187 10.00, card 10.00    even
    17:01  close   D1                                                     Z1 of 250.00
  `,
    async ({ station, receipts }) => {
      const ortiz = await station.signedIn('m.ortiz');
      const since = await Promise.all(
        [...receipts.values()].map(async ({ label }) => (await ortiz.ask('receipt', { label })).receipt.offlineSince),
      );
      expect(since.map((instant) => instant !== null)).toEqual([false, ...Array.from({ length: 10 }, () => true)]);
      const { rows } = await ortiz.ask('slip', {
        document: { kind: 'receipt', label: receipts.get('R2')?.label ?? '' },
      });
      expect(rows.join('\n')).toMatch(/Taken while offline\. Balances as of 10:\d\d\./);
    },
  ));

test('a drawer that closes offline arrives whole, once (F11, F44)', () =>
  day(
    `
    16:00  open    D1 Ortiz  float 200.00                                 ok
    16:30  offline                                                        ok
    16:31  take    R1        Hale 86.40       cash 100.00                 change 13.60
    17:00  count   D1        cash 286.40                                  even
    17:01  close   D1                                                     Z1 of 86.40
    17:02  stands                                                         offline, 4 unsent
    17:03  restart                                                        offline, 4 unsent
    17:04  close   D1                                                     refused drawer_closed
    17:05  online                                                         online, all sent
  `,
    async ({ station }) => {
      const closes = station.ledger.entries
        .map(({ text }) => JSON.parse(text))
        .filter((entry) => entry.kind === 'drawer_closed');
      expect(closes.map((close) => close.payload.receipts)).toEqual([
        { issued: 1, voided: 0, first: 'W3-000001', last: 'W3-000001', issuedCents: 8_640, voidedCents: 0 },
      ]);
    },
  ));

describe('the business day stays what was chosen (F70, F71)', () => {
  test('across midnight', () =>
    day(
      `
      2026-11-23
      22:00  open    D1 Ortiz  float 200.00                               W3-D0001 on 2026-11-23
      23:59  take    R1        Hale 10.00       cash 10.00                change 0.00
      00:30  take    R2        Hale 10.00       cash 10.00                change 0.00
      00:40  void    R2        wrong amount                               back 10.00
      01:00  count   D1        cash 210.00                                even
      01:01  close   D1                                                   Z1 of 20.00
      01:10  open    D2 Ortiz  float 200.00                               W3-D0002 on 2026-11-24
      01:11  count   D2        cash 200.00                                even
      01:12  close   D2                                                   Z2 of 20.00
      01:20  open    D3 Ortiz  float 200.00     for 2026-11-23            W3-D0003 on 2026-11-23
      01:21  count   D3        cash 200.00                                even
      01:22  close   D3                                                   Z3 of 20.00
      01:30  open    D4 Ortiz  float 200.00     for 2026-11-16            refused business_day_out_of_range
    `,
      async ({ station, receipts }) => {
        const ortiz = await station.signedIn('m.ortiz');
        const { reports } = await ortiz.ask('zReports', {});
        expect(reports.map((report) => report.businessDay)).toEqual(['2026-11-23', '2026-11-24', '2026-11-23']);
        const { rows } = await ortiz.ask('slip', {
          document: { kind: 'receipt', label: receipts.get('R2')?.label ?? '' },
        });
        const slip = rows.join('\n');
        expect(slip).toMatch(/Nov 24, 2026/);
        expect(slip).toMatch(/Business day +Nov 23, 2026/);
      },
    ));

  test('when the clocks go back and an hour comes twice', () =>
    day(
      `
      2026-11-01
      00:30 PDT  open    D1 Ortiz  float 200.00                           W3-D0001 on 2026-11-01
      01:30 PDT  take    R1        Hale 10.00       cash 10.00            change 0.00
      01:59 PDT  void    R1        wrong amount                           back 10.00
      01:00 PST  take    R2        Hale 10.00       cash 10.00            change 0.00
      01:30 PST  take    R3        Hale 10.00       cash 10.00            change 0.00
      23:30      take    R4        Hale 10.00       cash 10.00            change 0.00
      00:10      count   D1        cash 230.00                            even
      00:11      close   D1                                               Z1 of 40.00
    `,
      async ({ station }) => {
        expect(daysOf(station.look)).toEqual(['2026-11-01']);
        const times = station.look
          .select({ at: entries.recordedAt })
          .from(entries)
          .orderBy(entries.position)
          .all()
          .map((row) => row.at);
        expect(times).toEqual([...times].sort((left, right) => left - right));
        expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBe((24 * 60 + 41) * 60_000);
      },
    ));

  test('when the clocks go forward and an hour is missing', () =>
    day(
      `
      2027-03-14
      00:30  open    D1 Ortiz  float 200.00                               W3-D0001 on 2027-03-14
      01:59  take    R1        Hale 10.00       cash 10.00                change 0.00
      03:00  take    R2        Hale 10.00       cash 10.00                change 0.00
      23:59  take    R3        Hale 10.00       cash 10.00                change 0.00
      00:01  count   D1        cash 230.00                                even
      00:02  close   D1                                                   Z1 of 30.00
      00:03  open    D2 Ortiz  float 0.00                                 W3-D0002 on 2027-03-15
    `,
      async ({ station }) => expect(daysOf(station.look)).toEqual(['2027-03-14', '2027-03-15']),
    ));
});

test('two cashiers side by side share nothing but the numbers (F38, F39, F41)', () =>
  day(
    `
    08:00  open    D1 Ortiz  float 200.00                                 ok
    08:01  open    D2 Haddad  float 100.00                                 ok
    08:10  take    R1 D1     Hale 86.40       cash 100.00                 change 13.60
    08:11  take    R2 D2     Hale 15.00       cash 15.00                  change 0.00
    08:12  take    R3 D2     Nguyen 86.40     check 1187 86.40            change 0.00
    08:13  take    R4 D1     Nguyen 86.40     card 8841 86.40             change 0.00
    08:14  void    R2        wrong amount                                 back 15.00
    08:15  holds   D1                                                     cash 286.40, card 86.40
    08:16  holds   D2                                                     cash 100.00, check 86.40
    12:00  count   D1        cash 286.40, card 86.40                      even
    12:01  take    R5 D1     Hale 1.00        cash 1.00                   refused drawer_counted
    12:01  take    R5 D2     Hale 1.00        cash 1.00                   change 0.00
    12:02  close   D1                                                     Z1 of 275.20
    12:03  take    R6 D1     Hale 1.00        cash 1.00                   refused drawer_closed
    12:04  take    R6 D2     Hale 1.00        cash 1.00                   change 0.00
    17:00  count   D2        cash 102.00, check 1187 86.40                even
    17:01  close   D2                                                     Z2 of 276.20
  `,
    async ({ station }) => {
      const ortiz = await station.signedIn('m.ortiz');
      const { receipts } = await ortiz.ask('receipts', {});
      const byDrawer = (drawer: string) =>
        receipts
          .filter((row) => row.drawer === drawer)
          .map((row) => row.label)
          .reverse();
      expect([byDrawer('W3-D0001'), byDrawer('W3-D0002')]).toEqual([
        ['W3-000001', 'W3-000004'],
        ['W3-000002', 'W3-000003', 'W3-000005', 'W3-000006'],
      ]);
    },
  ));

test('a day with no activity closes like any other', () =>
  day(`
    08:00  open    D1 Ortiz  float 200.00                                 ok
    17:00  count   D1        cash 200.00                                  even
    17:01  close   D1                                                     Z1 of 0.00
    17:02  open    D2 Ortiz  float 0.00                                   ok
    17:03  count   D2        nothing                                      even
    17:04  close   D2                                                     Z2 of 0.00
  `));

test('a restart between any two steps loses nothing and blocks nothing (F01, F46)', () =>
  day(`
    08:00  open    D1 Ortiz  float 200.00                                 ok
    08:01  restart                                                        ok
    08:10  take    R1        Hale 86.40       cash 100.00                 change 13.60
    08:11  restart                                                        ok
    08:12  void    R1        wrong account                                back 86.40
    08:13  restart                                                        ok
    08:14  take    R2        Hale 86.40       cash 86.40                  change 0.00
    12:00  count   D1                                                     counting
    12:01  restart                                                        ok
    12:02  take    R3        Hale 15.00       cash 15.00                  refused drawer_counting
    12:03  leave   D1                                                     open
    12:04  restart                                                        ok
    12:05  take    R3        Hale 15.00       cash 15.00                  change 0.00
    17:00  count   D1        cash 301.40                                  even
    17:01  restart                                                        ok
    17:02  take    R4        Hale 1.00        cash 1.00                   refused drawer_counted
    17:03  close   D1                                                     Z1 of 187.80
    17:04  restart                                                        ok
    17:05  open    D2 Ortiz  float 200.00                                 ok
    17:06  take    R4        Hale 1.00        cash 1.00                   change 0.00
  `));

test('the table language itself fails when a line is not true', async () => {
  const wrong = day(`
    08:00  open    D1 Ortiz  float 200.00                                 ok
    08:10  take    R1        Hale 86.40       cash 100.00                 change 13.61
  `);
  await expect(wrong).rejects.toThrow(/change 13\.60/);
  await expect(day('08:00  fly  D1  ok')).rejects.toThrow('nobody can fly here');
  await expect(day('2027-03-14\n02:30  stands  ok')).rejects.toThrow(/never shows/);
});

test('a day with every kind of line, tender, form and undoing (F48, F61)', () => day(DAY_IN_FULL));

test('a day where cash is rounded to the nearest five cents, and undone (F49, F50, F52)', () =>
  day(
    `
    08:00  open     D1 Ortiz  float 200.00                                              ok
    08:10  take     R1        misc 12.91              cash 20.00                        change 7.10
    08:11  void     R1        changed mind                                              back 12.90
    08:12  holds    D1                                                                  cash 200.00
    08:20  take     R2        misc 12.93              cash 13.00                        change 0.05
    08:21  refund   R2        line 1 5.00             by cash                           back 5.00
    08:22  refund   R2        line 1 7.93             by cash                           back 7.95
    08:23  refund   R2        line 1 0.01             by cash                           refused nothing_stands
    08:24  holds    D1                                                                  cash 200.00
    08:30  take     R3        misc 2.31               cash 2.31                         change 0.00
    08:31  take     R4        misc 2.31               cash 2.30                         change 0.00
    08:32  take     R5        misc 2.31               cash 2.29                         refused tender_short
    08:40  take     R6        misc 12.91              check 1187 10.00, cash 3.00       change 0.10
    08:41  correct  R6        tender 2 to card 8841 2.90                                refused correction_rounded
    08:45  take     R7        Hale 50.01              cash 50.01                        change 0.00
    08:50  take     R8        misc 0.98               card 8841 0.98                    change 0.00
    17:00  count    D1        cash 257.52, check 1187 10.00, card 0.98                  even
    17:01  close    D1                                                                  Z1 of 94.36
    17:10  open     D2 Haddad  float 0.00                                               ok
    17:11  reverse  R4        never was                                                 W3-V000001
    17:12  reverse  R4        never was                                                 refused nothing_stands
  `,
    undefined,
    { policy: { ...POLICY, cashRounding: 'nearest-five' } },
  ));
