import * as z from 'zod';
import { BusinessDay } from './businessDay.ts';
import { GlLayout } from './glLayout.ts';
import { GlLineFormula } from './glLine.ts';
import { Hash } from './hash.ts';
import { SumTold } from './payloadShapes.ts';
import { JOURNAL_SERIES } from './series.ts';

/** The last entry of one journal that a close counts in. */
export const Seal = z.strictObject({
  series: z.string().regex(JOURNAL_SERIES),
  epoch: z.int().positive(),
  sequence: z.int().positive(),
  hash: Hash,
});
export type Seal = z.infer<typeof Seal>;

/** Journals of one district, over all their epochs. */
const SEALS_MAX = 2_000;

/** Seals, each journal and epoch once, in the order of their names. */
const Seals = z.array(Seal).max(SEALS_MAX);

/** What the office tells when days are closed and go out to finance. Why one was closed with loose ends is told beside. */
export const dayPayloads = {
  /** Every day after `previous` up to `day` is closed, and each journal sealed where it stood. */
  day_closed: z.strictObject({
    number: z.int().positive(),
    day: BusinessDay,
    previous: BusinessDay.nullable(),
    seals: Seals,
    /** What was not in order: how many things, as they were shown. */
    looseEnds: z.int().min(0),
    mark: Hash,
  }),
  /** One station's day, before the district's. */
  station_day_closed: z.strictObject({
    day: BusinessDay,
    station: z.string().max(10),
    seals: Seals.min(1),
    looseEnds: z.int().min(0),
    mark: Hash,
  }),
  /** Closed days that went out to finance: the bytes of it can be made again, and have this sum. */
  gl_exported: z.strictObject({
    number: z.int().positive(),
    first: BusinessDay,
    through: BusinessDay,
    closes: z.strictObject({ first: z.int().positive(), last: z.int().positive() }),
    layout: GlLayout,
    policyVersion: z.int().positive(),
    /** By which formula its lines were made; not told: the first. */
    lineFormula: GlLineFormula.optional(),
    lines: z.int().min(0),
    debitCents: SumTold,
    creditCents: SumTold,
    sha256: Hash,
  }),
} as const;
