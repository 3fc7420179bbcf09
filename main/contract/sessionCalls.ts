import * as z from 'zod';
import { BusinessDay } from '#domain/businessDay';
import { CashRounding, ChartAccount } from '#domain/district';
import { FloatLabel } from '#domain/handoff';
import { Hash } from '#domain/hash';
import { LOSSES } from '#domain/recoveryPayloads';
import { lineOfText, textOrNone } from '#domain/text';
import { action, query } from './definition.ts';
import { DiskSpace, Drawer, Enrolling, Label, Person, Printer, SecondCopy, Sync } from './shapes.ts';

const Pin = z.string().regex(/^\d{4,8}$/, { error: 'must be 4 to 8 digits' });

/** Who is here, what this station is, and how it stands: the frame of every screen. */
export const sessionCalls = {
  station: query({
    who: 'anyone',
    input: {},
    output: z.strictObject({
      /** `waiting`: not enrolled. `empty`: enrolled, but nothing has come down yet. */
      state: z.enum(['waiting', 'empty', 'ready']),
      /** Null once this install is a station. */
      enrolling: Enrolling.nullable(),
      series: z.string(),
      seriesLabel: z.string(),
      training: z.boolean(),
      district: z.string(),
      timeZone: z.string(),
      now: z.int(),
      today: BusinessDay,
      person: Person.nullable(),
      /** Everyone who may sign in; `pin` only on a training station, where nobody has a secret. */
      people: z.array(Person.extend({ pin: z.string().nullable(), drawer: Label.nullable() })),
      /** The signed-in person's own drawer that is not closed. */
      drawer: Drawer.nullable(),
      /** Whether the own drawer holds so much cash that some of it should go to the safe: never how much. */
      dropDue: z.boolean(),
      /** Where the own drawer's float is not what was returned last: told once it is counted, until the first receipt. */
      floatDiffers: z
        .strictObject({ floatCents: z.int(), returnedCents: z.int(), drawer: Label.describe('closed last') })
        .nullable(),
      /** Days up to this one are closed, as far as this station knows: no drawer opens for them. */
      closedThrough: BusinessDay.nullable(),
      /** The first float that the office has issued to the signed-in person for this station, while she has no drawer. */
      floatWaiting: z.strictObject({ handoff: FloatLabel, issuedByName: z.string() }).nullable(),
      /** Every drawer of this station that is not closed. */
      openDrawers: z.array(Drawer),
      lastClose: z.strictObject({ drawer: Label, closedAt: z.int(), cashierName: z.string() }).nullable(),
      lastReceipt: z.strictObject({ label: Label, issuedAt: z.int() }).nullable(),
      limits: z
        .strictObject({
          overShortReasonBeyondCents: z.int(),
          overShortApprovalBeyondCents: z.int(),
          floatMaxCents: z.int(),
          receiptMaxCents: z.int(),
          /** Null: nothing is paid out of a drawer. */
          paidOutMaxCents: z.int().nullable(),
        })
        .nullable(),
      /** Whether what is due in cash is rounded, so that the screen shows what the station will take. */
      cashRounding: CashRounding,
      /** Whoever counts does not see what is expected. */
      countsBlind: z.boolean(),
      sync: Sync,
      secondCopy: SecondCopy.nullable(),
      /** For a supervisor, within a day: entries that the database had lost, and that were put back from the second copy. */
      recovered: z.strictObject({ entries: z.int(), why: z.enum(LOSSES), at: z.int() }).nullable(),
      disk: DiskSpace.nullable(),
      printer: Printer,
    }),
    reads: ['session', 'station', 'drawer', 'receipts', 'sync', 'printer'],
  }),

  /** The district's chart of accounts: what each fund and BARS code is called, and which of them a cashier may choose. */
  chart: query({
    who: 'signed-in',
    input: {},
    output: z.strictObject({
      accounts: z.array(ChartAccount),
      places: z.array(ChartAccount).describe('those that income goes to'),
    }),
    reads: ['station'],
  }),

  /** Opens this page's session. Five wrong PINs lock the person for a while, also after a restart. */
  signIn: action({
    who: 'anyone',
    input: { person: lineOfText(40), pin: Pin },
    output: Person,
    touches: ['session', 'station'],
  }),

  signOut: action({ who: 'signed-in', input: {}, output: z.strictObject({}), touches: ['session', 'station'] }),

  /**
   * A second person's yes to exactly one thing, named by its mark (a SHA-256 over all that is approved). It is used
   * once and lapses in two minutes.
   */
  approve: action({
    who: 'signed-in',
    input: { mark: Hash, person: lineOfText(40), pin: Pin },
    output: z.strictObject({ approval: z.string(), approver: Person, lapsesAt: z.int() }),
    touches: [],
  }),

  /** Makes this install a station of a ledger. The token comes from finance and works once. */
  enrolStation: action({
    who: 'anyone',
    input: { ledger: z.url({ protocol: /^https?$/ }).max(200), token: lineOfText(200).min(8) },
    output: z.strictObject({ series: z.string(), epoch: z.int() }),
    touches: ['station', 'sync'],
  }),

  /** Chooses where slips go: to the paper on the screen, or to an ESC/POS printer at `host:port`. */
  choosePrinter: action({
    who: ['cashier', 'supervisor', 'finance'],
    input: {
      printer: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('paper') }),
        z.strictObject({ kind: z.literal('network'), address: textOrNone(100) }),
      ]),
    },
    output: Printer,
    touches: ['printer'],
  }),
} as const;
