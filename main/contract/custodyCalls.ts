import * as z from 'zod';
import { Pieces } from '#domain/denominations';
import { isPile, NO_PILE, PaperCount } from '#domain/deposit';
import { FloatLabel, HandoffKind, HandoffLabel } from '#domain/handoff';
import { Hash } from '#domain/hash';
import { HANDOFFS_MAX } from '#domain/officePayloads';
import { SafeCountLabel } from '#domain/safeCount';
import { SERIES } from '#domain/series';
import { lineOfText, NAME_MAX, WORDS_MAX } from '#domain/text';
import { officeCommand, officeQuery } from './definition.ts';
import { Approval, Label } from './shapes.ts';
import { AmountOrNone } from './tenderShapes.ts';

/** Who keeps the safe. */
export const AT_THE_SAFE = ['supervisor', 'finance'] as const;
const SEES_THE_SAFE = [...AT_THE_SAFE, 'auditor'] as const;

/** What was counted of one handoff: cash by its denominations, paper by the piece and its total. */
const Counted = z.union([
  z.strictObject({ handoff: HandoffLabel, pieces: Pieces }),
  z.strictObject({ handoff: HandoffLabel, ...PaperCount.shape, cents: AmountOrNone }).refine(isPile, NO_PILE),
]);

/** Both halves of a handoff, as far as the asker may see them. */
const Handoff = z.strictObject({
  handoff: HandoffLabel,
  what: HandoffKind,
  drawer: Label.nullable(),
  batch: Label.nullable(),
  /** Who holds or gave what the office counts; of a float that was issued, who is to take it. */
  personName: z.string(),
  at: z.int(),
  /** `waiting`: for the office's count, or for the drawer that a float was issued for. `differs`: both have counted. */
  state: z.enum(['waiting', 'differs']),
  /** Null until both halves are there: nobody sees the other's count before. */
  givenCents: z.int().nullable(),
  countedCents: z.int().nullable(),
  /** Of a float that was issued: what the office counted when it took it back, and who; null where it did not. */
  returnedCents: z.int().nullable(),
  returnedByName: z.string().nullable(),
  /** Who had a part in it, and cannot say yes to how it is settled. */
  notApprovers: z.array(z.string()),
});
export type Handoff = z.infer<typeof Handoff>;

/** A count of the safe that is not done. */
const SafeCounting = z.strictObject({
  count: SafeCountLabel,
  state: z.enum(['waiting', 'differs']),
  /** Whether the first count was made by who asks: another must make the second. */
  isYours: z.boolean(),
  differences: z.tuple([z.int(), z.int()]).nullable(),
  /** Whose yes to its settlement would not count. */
  notApprovers: z.array(z.string()),
});
export type SafeCounting = z.infer<typeof SafeCounting>;

/** Events of the safe that it tells. */
export const LATELY_MAX = 8;

/** Something that happened at the safe itself, and by how much it differed then. */
const SafeLately = z.strictObject({
  what: z.enum(['float_taken_back', 'safe_counted', 'safe_count_resolved', 'safe_out_refused']),
  /** Null of what was refused because the safe held less. */
  label: Label.nullable(),
  at: z.int(),
  personName: z.string(),
  /** Null while the second of two counts is not there, and of what was refused. */
  differenceCents: z.int().nullable(),
  /** It differed, and two people have settled that since. */
  isSettled: z.boolean(),
});
export type SafeLately = z.infer<typeof SafeLately>;

const changing = { pieces: Pieces, isGivenBack: z.boolean(), resolution: lineOfText(NAME_MAX) };
const resolving = { counted: Counted, reason: lineOfText(WORDS_MAX) };

/** The safe, and what passes between it and the drawers: the office's half, kept by the ledger. */
export const custodyCalls = {
  /** What the books say lies in the safe, how large the change fund is, and what is in transit. */
  safe: officeQuery({
    who: SEES_THE_SAFE,
    input: {},
    output: z.strictObject({
      /** What of the change fund lies in it; null while `notCounted` floats follow from it that the asker may count. */
      safeCents: z.int().nullable(),
      notCounted: z.int(),
      /** What was received of drawers and is in no deposit yet, and what is in deposits that have not left. */
      undepositedCents: z.int(),
      readyCents: z.int(),
      changeFundCents: z.int(),
      /** Handoffs whose two halves are not there, or not the same. */
      inTransit: z.array(Handoff),
      /** A count of the safe that waits for the second person, or differs; null where there is none. */
      counting: SafeCounting.nullable(),
      /** What happened at the safe last, the newest first. */
      lately: z.array(SafeLately).max(LATELY_MAX),
      /** Who may take a float, and at which station. */
      people: z.array(z.strictObject({ person: z.string(), name: z.string() })),
      stations: z.array(z.string()),
    }),
    reads: ['office'],
  }),

  /** The mark a supervisor approves when the change fund grows or is given back. */
  changeFundMark: officeQuery({
    who: AT_THE_SAFE,
    input: changing,
    output: z.strictObject({ mark: Hash }),
    reads: ['office'],
  }),

  /** The district gives the change fund more, or takes some of it back, by a resolution. Needs a second person. */
  changeFund: officeCommand({
    who: AT_THE_SAFE,
    input: { ...changing, approval: Approval.optional() },
    output: z.strictObject({ safeCents: z.int().nullable(), changeFundCents: z.int() }),
    touches: ['office'],
  }),

  /** Gives a counted float out of the safe to one person for one station, so that a drawer can open offline. */
  issueFloat: officeCommand({
    who: AT_THE_SAFE,
    input: {
      to: lineOfText(40),
      station: z.string().regex(SERIES, { error: 'must be a station, such as W3' }),
      pieces: Pieces,
    },
    output: z.strictObject({ handoff: HandoffLabel, cents: z.int() }),
    touches: ['office'],
  }),

  /** Takes a float back that nobody took: counted by a second person, who has not seen how much it was. */
  takeFloatBack: officeCommand({
    who: AT_THE_SAFE,
    input: { handoff: FloatLabel, pieces: Pieces },
    output: z.strictObject({ handoff: FloatLabel, givenCents: z.int(), returnedCents: z.int() }),
    touches: ['office'],
  }),

  /** The office's count of what drawers handed over, blind to theirs: drops, and all that a close hands on. */
  countHandoffs: officeCommand({
    who: AT_THE_SAFE,
    input: { parts: z.array(Counted).min(1).max(HANDOFFS_MAX) },
    output: z.strictObject({
      parts: z.array(z.strictObject({ handoff: HandoffLabel, givenCents: z.int(), countedCents: z.int() })),
    }),
    touches: ['office'],
  }),

  /** What a second look at a handoff that differs would post, and the mark of it. */
  resolution: officeQuery({
    who: AT_THE_SAFE,
    input: resolving,
    output: z.strictObject({
      givenCents: z.int(),
      countedCents: z.int(),
      foundCents: z.int(),
      /** Found − given: what goes to over or short, or to the difference of checks. */
      unexplainedCents: z.int(),
      mark: Hash,
    }),
    reads: ['office'],
  }),

  /** Settles a handoff that differs by what both found together. Needs a second person who did neither count. */
  resolveHandoff: officeCommand({
    who: AT_THE_SAFE,
    input: { ...resolving, approval: Approval.optional() },
    output: z.strictObject({ handoff: HandoffLabel, unexplainedCents: z.int() }),
    touches: ['office'],
  }),
} as const;
