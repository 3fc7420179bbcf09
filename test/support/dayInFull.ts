/** One day at the counter with each kind of line, tender, form and undoing. */
export const DAY_IN_FULL = `
  08:00  open     D1 Ortiz  float 500.00                                                     ok
  # Each kind of line, each kind of tender
  08:05  take     R1   Hale 101.40                            cash 120.00                    change 18.60
  08:10  take     R2   Hale 12.00, copies 4                   check 1187 13.00               change 0.00
  08:11  credit   Hale                                                                       12.00
  08:15  take     R3   permit for Hale, deposit for Hale 500.00, inspection   cashiers 700412 1738.25   change 0.00
  08:20  take     R4   Nguyen names 86.40                     order 26011874453 86.40        change 0.00
  08:25  take     R5   Ivanov plan 50.00                      card 8841 50.00                change 0.00
  08:30  take     R6   suspense 45.00, misc 4.35              cash 50.00                     change 0.65
  08:35  take     R7   Nguyen 20.00                           credit Hale 12.00, card 8841 8.00   change 0.00
  08:36  take     R7b  Nguyen 20.00                           credit Hale 0.01, card 8841 19.99   refused credit_short
  08:37  credit   Hale                                                                       0.00
  08:40  take     R8   Cannery 12640.00                       check 55012 10000.00, check 55013 2640.00   change 0.00
  08:41  take     R9   Nguyen 10.00                           card 8841 10.00    by phone    change 0.00
  08:42  take     R9b  Nguyen 10.00                           cash 10.00         by phone    refused phone_needs_card
  # What stands around a payment
  09:00  suspend  S1   Hale 5.00, copies 2                                                   W3-H0001
  09:01  suspend  S2   misc 9.00                              cash 9.00                      refused suspend_tendered
  09:02  suspend  S2   misc 9.00                                                             W3-H0002
  09:03  restart                                                                             online, all sent
  09:04  aside                                                                               W3-H0002, W3-H0001
  09:05  finish   S1   R10                                    cash 6.00                      change 0.50
  09:06  finish   S1   R10b                                   cash 6.00                      refused suspension_ended
  09:07  drop     S2                                                                         W3-H0002
  09:08  aside                                                                               nothing
  09:10  left     cash 20.00 of 15.00                                                        noted
  09:11  refuse   cash      counterfeit   100.00                                             noted
  09:12  refuse   check     post dated    86.40                                              noted
  12:00  park     D1                                                                         parked
  12:01  take     R11b  Hale 1.00                              cash 1.00                      refused drawer_parked
  12:30  unpark   D1                                                                         open
  # Each kind of undoing
  13:00  correct  R6   line 1 to Nguyen 45.00                                                W3-C000001
  13:01  correct  R6   line 1 to Nguyen 45.00                                                refused correction_same
  13:02  correct  R5   tender 1 to check 1190 50.00                                          W3-C000002
  13:03  correct  R5   line 1 to Hale 50.00                                                  W3-C000003
  13:04  correct  R5   line 1 to Hale 49.00                                                  refused correction_amount
  13:05  owes     Ivanov                                                                     50.00
  13:10  refund   R1   line 1 20.00                           by cash    alone               refused approval_needed
  13:10  refund   R1   line 1 20.00                           by cash                        back 20.00
  13:11  refund   R1   line 1 81.41                           by warrant                     refused refund_too_large
  13:12  refund   refund of R1   line 1 20.00                 by cash                        refused receipt_unknown
  13:13  refund   R1   line 1 20.00, line 1 20.00             by cash                        refused refund_line_twice
  13:14  refund   R9   line 1 4.00                            by card 8841                   back 4.00
  13:15  refund   R9   line 1 6.00                            by card 1111                   refused refund_no_such_card
  13:16  refund   R9   line 1 6.00                            by card 8841                   back 6.00
  13:17  refund   R9   line 1 0.01                            by warrant                     refused nothing_stands
  13:18  refund   R6   line 2 4.35                            by warrant                     back 4.35
  13:19  refund   R3   line 2 500.00                          by warrant                     refused refund_not_cleared
  13:20  refund   R8   line 1 12640.00                        by cash                        refused refund_not_cleared
  13:25  void     R4   wrong tender                                                          back 0.00
  13:26  void     R9   changed mind                                                          refused receipt_changed
  13:27  refund   R4   line 1 86.40                           by warrant                     refused receipt_already_voided
  13:30  take     R11  Hale 3.00                              cash 3.00                      change 0.00
  13:31  reverse  R11  keyed twice                                                           refused reversal_drawer_open
  13:40  reprint  R3                                                                         copy 2
  16:59  holds    D1                                                                         cash 639.25, check 14,441.25, card 18.00
  17:00  count    D1   cash 639.25, check 1187 13.00, check 700412 1738.25, check 55012 10000.00, check 55013 2640.00, check 1190 50.00, card 18.00   even
  17:01  close    D1                                                                         ok
  # What never was, found after the close
  17:10  open     D2 Haddad  float 0.00                                                      ok
  17:11  reverse  R11  keyed twice                                                           W3-V000001
  17:12  reverse  R11  keyed twice                                                           refused nothing_stands
  17:13  refund   R11  line 1 3.00                            by warrant                     refused nothing_stands
  17:14  reverse  R1   never was                                                             refused receipt_changed
  17:15  reverse  R7   never was                                                             W3-V000002
  17:16  credit   Hale                                                                       67.00
  17:20  count    D2   cash 0.00                                                             even
  17:21  close    D2                                                                         ok
  17:22  stands                                                                              online, all sent
`;
