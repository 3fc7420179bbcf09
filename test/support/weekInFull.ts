/** A week of three stations in which everything goes wrong once, and is put right. */
export const WEEK_IN_FULL = `
  # Monday: an issued float, a drawer that is short, one that is over, a drop, and five dollars lost on the way to the safe
  2026-11-23
  07:30  office  fund     1,000.00  Resolution 2026-14                                        safe 1,000.00
  07:40  office  issue    200.00  Haddad W1                                                   L-F0001
  08:00  W1      open     A1 Haddad  float 200.00  from L-F0001                               ok
  08:05  W2      open     B1 Kowalczyk  float 200.00                                          ok
  08:10  W3      open     C1 Ortiz  float 150.00                                              ok
  08:30  W1      take     a1 A1  Hale 101.40  check 1187 101.40                               change 0.00
  08:40  W2      take     b1 B1  Nguyen 86.40  cash 100.00                                    change 13.60
  08:50  W3      take     c1 C1  Cannery 12640.00  check 5512 12640.00                        change 0.00
  09:10  W1      take     a2 A1  misc 40.00  cash 50.00                                       change 10.00
  09:30  W2      take     b2 B1  Nguyen 86.40  card 8841 86.40                                change 0.00
  10:00  W3      take     c2 C1  Ivanov plan 50.00  order 778 50.00                           change 0.00
  11:00  W3      take     c3 C1  misc 500.00  cash 500.00                                     change 0.00
  11:30  W3      drop     C1  400.00                                                          W3-D0001-drop-1
  16:30  W1      count    A1  cash 240.00, check 1187 101.40                                  even
  16:40  W1      close    A1                                                                  Z1 of 141.40
  16:45  W2      count    B1  cash 282.15, card 86.40                                         short 4.25
  16:50  W2      close    B1  wrong change given                                              Z1 of 172.80
  16:55  W3      count    C1  cash 260.00, check 5512 12640.00, order 778 50.00               over 10.00
  17:00  W3      close    C1  somebody was short-changed                                      Z1 of 13,190.00
  17:10  office  counted  A1  cash 40.00, check 1 101.40, float-return 200.00  Whitebear      agrees
  17:15  office  counted  B1  float 200.00, cash 82.15, float-return 200.00  Whitebear        agrees
  17:20  office  counted  C1  float 150.00, drop-1 400.00, cash 105.00, check 1 12640.00, money-order 1 50.00, float-return 150.00  Whitebear  cash −5.00
  17:30  office  approve  C1  Solheim                                                         refused batch_not_balanced
  17:35  office  settle   C1 cash  105.00  it is gone                                         −5.00
  17:40  office  approve  A1  Solheim                                                         approved
  17:42  office  approve  B1  Solheim                                                         approved
  17:44  office  approve  C1  Solheim                                                         approved
  17:50  office  deposit  P1  A1, B1, C1  cash 627.15  QB 0081 4473  Whitebear                13,418.55 with 3 checks
  17:55  office  witness  P1  cash 627.15, check 2 12741.40, order 1 50.00  Haddad            made
  18:10  office  hand     P1  Northwest Armored                                               in time

  # Tuesday: one station has no line all day, another dies in the middle of its count
  2026-11-24
  08:00  W1      open     A2 Kowalczyk  float 200.00                                          ok
  08:01  W2      offline                                                                      offline, all sent
  08:05  W2      open     B2 Haddad  float 100.00                                             ok
  08:10  W3      open     C2 Ortiz  float 150.00                                              ok
  09:00  W1      take     a3 A2  Nguyen 86.40  check 2204 86.40                               change 0.00
  09:05  office  confirm  P1  13418.55  2026-11-24                                            even
  09:30  W2      take     b3 B2  Hale 20.00  cash 20.00                                       change 0.00
  09:40  W2      take     b4 B2  copies 4  cash 5.00                                          change 4.00
  10:00  W3      take     c4 C2  permit for Hale, deposit for Hale 500.00, inspection  cashiers 700412 1738.25  change 0.00
  16:30  W3      count    C2                                                                  counting
  16:31  W3      restart                                                                      ok
  16:35  W3      count    C2  cash 150.00, check 700412 1738.25                               even
  16:40  W3      close    C2                                                                  Z2 of 14,928.25
  16:45  W2      count    B2  cash 121.00                                                     even
  16:50  W2      close    B2                                                                  Z2 of 193.80
  16:55  W1      count    A2  cash 200.00, check 2204 86.40                                   even
  17:00  W1      close    A2                                                                  Z2 of 227.80
  17:10  office  counted  A2  float 200.00, check 1 86.40, float-return 200.00  Whitebear     agrees
  17:15  office  counted  C2  float 150.00, check 1 1738.25, float-return 150.00  Whitebear   agrees
  17:20  office  approve  A2  Solheim                                                         approved
  17:22  office  approve  C2  Solheim                                                         approved
  17:24  office  approve  B2  Solheim                                                         refused batch_unknown
  17:30  office  deposit  P2  A2, C2  cash 0.00  QB 0081 4474  Whitebear                      1,824.65 with 2 checks
  17:35  office  witness  P2  check 2 1824.65  Ortiz                                          made
  17:40  office  hand     P2  Northwest Armored                                               in time

  # Wednesday: what was taken offline arrives, too late for its deposit; a batch is sent back and put right
  2026-11-25
  08:00  W2      online                                                                       online, all sent
  08:05  W1      open     A3 Haddad  float 200.00                                             ok
  08:30  W1      take     a4 A3  Nguyen 45.00  cash 45.00                                     change 0.00
  08:40  W1      take     a5 A3  misc 4.35  cash 5.00                                         change 0.65
  09:00  office  counted  B2  float 100.00, cash 21.00, float-return 100.00  Whitebear        agrees
  09:10  office  approve  B2  Solheim                                                         approved
  09:12  office  order    100.00  Skagit Bank                                                 L-G0001
  09:15  office  confirm  P2  1824.65  2026-11-25                                             even
  09:45  office  deposit  P3  B2  cash 21.00  QB 0081 4475  Whitebear                         21.00 with 0 checks
  09:50  office  witness  P3  cash 21.00  Ortiz                                               made
  09:55  office  hand     P3  Northwest Armored                                               late
  16:00  W1      count    A3  cash 249.35                                                     even
  16:05  W1      close    A3                                                                  Z3 of 277.15
  16:20  office  counted  A3  float 200.00, cash 49.35, float-return 200.00  Whitebear        agrees
  16:25  office  approve  A3  Solheim                                                         approved
  16:30  office  back     A3  the 45.00 was Ivanov’s  Lindqvist                               sent_back
  16:40  W1      correct  a4  line 1 to Ivanov 45.00                                          W1-C000001
  16:50  office  approve  A3  Solheim                                                         approved
  17:00  office  deposit  P4  A3  cash 49.35  qb-0081-4475  Whitebear                         refused bag_used
  17:02  office  deposit  P4  A3  cash 49.35  QB 0081 4476  Whitebear                         49.35 with 0 checks
  17:05  office  witness  P4  cash 49.35  Ortiz                                               made
  17:10  office  hand     P4  Northwest Armored                                               in time

  # Friday, after Thanksgiving: a void, a refund, a bag of which two counts differ, nobody comes for it, and the bank is short
  2026-11-27
  08:00  W1      open     A4 Kowalczyk  float 200.00                                          ok
  08:10  W3      open     C4 Ortiz  float 150.00                                              ok
  09:00  office  confirm  P3  21.00  2026-11-27                                               even
  09:02  office  change   L-G0001  100.00                                                     even
  09:05  office  confirm  P4  49.35  2026-11-27                                               even
  09:10  W1      take     a6 A4  Hale 30.00  cash 30.00                                       change 0.00
  09:20  W1      take     a7 A4  Cannery 300.00  cash 300.00                                  change 0.00
  09:30  W1      void     a6  wrong account                                                   back 30.00
  09:40  W1      refund   a7  line 1 20.00  by cash                                           back 20.00
  10:00  W3      take     c5 C4  misc 12.00  cash 20.00                                       change 8.00
  16:00  W1      count    A4  cash 480.00                                                     even
  16:05  W1      close    A4                                                                  Z4 of 607.15
  16:20  office  counted  A4  float 200.00, cash 280.00, float-return 200.00  Whitebear       agrees
  16:25  office  approve  A4  Solheim                                                         approved
  16:30  office  deposit  P5  A4  cash 280.00  QB 0081 4477  Whitebear                        280.00 with 0 checks
  16:35  office  witness  P5  cash 260.00  Haddad                                             differs
  16:40  office  resolve  P5  cash 260.00  a twenty is not there                              260.00
  16:45  office  hand     P5  Northwest Armored                                               in time
  18:00  office  missed   P5  S QB 0081 4477  nobody came                                     seal whole

  # Saturday: a drawer of yesterday is explained, and closed after all
  2026-11-28
  09:00  W3      open     D4 Tuiasosopo  float 50.00                                          refused drawers_left_open
  09:05  W3      open     D4 Tuiasosopo  float 50.00  because Ortiz was taken ill             ok
  09:20  office  hand     P5  Northwest Armored                                               late
  10:00  W3      count    C4  cash 162.00                                                     even
  10:05  W3      close    C4                                                                  Z3 of 14,940.25
  10:10  W3      count    D4  cash 50.00                                                      even
  10:15  W3      close    D4                                                                  Z4 of 14,940.25
  10:20  office  counted  C4  float 150.00, cash 12.00, float-return 150.00  Whitebear        agrees
  10:25  office  counted  D4  float 50.00, float-return 50.00  Whitebear                      agrees
  10:30  office  approve  C4  Solheim                                                         approved
  10:35  office  approve  D4  Solheim                                                         approved
  10:40  office  deposit  P6  C4  cash 12.00  QB 0081 4478  Whitebear                         12.00 with 0 checks
  10:45  office  witness  P6  cash 12.00  Haddad                                              made
  10:50  office  hand     P6  Northwest Armored                                               late
  12:00  office  confirm  P5  250.00  2026-11-28                                              −10.00
  12:05  office  confirm  P6  12.00  2026-11-28                                               even
  12:06  office  closes   2026-11-27                                                          close 1, 0 loose
  12:07  office  exports  2026-11-27  batch                                                   export 1 of 32,404.00
  12:08  office  closes   2026-11-28                                                          close 2, 0 loose
  12:09  office  exports  2026-11-28  day                                                     export 2 of 12.00
  12:10  office  safe                                                                         1,000.00, 0 in transit
`;
