import * as z from 'zod';
import { BusinessDay, DayAsked } from '#domain/businessDay';
import { DepositLabel, DepositState } from '#domain/deposit';
import { GlLayout } from '#domain/glLayout';
import { HandoffKind, HandoffLabel } from '#domain/handoff';
import { Hash } from '#domain/hash';
import { lineOfText } from '#domain/text';
import { AttachmentSeen } from './attachmentCalls.ts';
import { officeCommand, officeQuery } from './definition.ts';
import { Label } from './shapes.ts';

const EXPORTS = ['supervisor', 'finance'] as const;
const SEES = [...EXPORTS, 'auditor'] as const;

/** Exports, lines or entries on one page. */
export const GL_MAX = 500;

/** The number of an export, or of a line of one. */
const Place = z.int().positive().max(1_000_000_000);
const most = z.int().min(1).max(GL_MAX).optional();

const GlExport = z.strictObject({
  number: z.int(),
  first: BusinessDay,
  through: BusinessDay,
  layout: GlLayout,
  lines: z.int(),
  debitCents: z.int(),
  creditCents: z.int(),
  sha256: Hash,
  exportedAt: z.int(),
  exportedByName: z.string(),
});
export type GlExport = z.infer<typeof GlExport>;

const GlLine = z.strictObject({
  export: z.int(),
  line: z.int(),
  /** The posting day. */
  day: BusinessDay,
  batch: z.string(),
  deposit: z.string(),
  fund: z.string(),
  bars: z.string(),
  name: z.string(),
  side: z.enum(['debit', 'credit']),
  cents: z.int(),
});

const GlEntry = z.strictObject({
  journal: Label,
  sequence: z.int(),
  kind: z.string(),
  /** The receipt, deposit or other document that it tells of. */
  label: z.string().nullable(),
  /** The receipt of which it undoes something, under a number of its own; null for any other entry. */
  receipt: z.string().nullable(),
  /** The handoff that it settled; null for any other entry. */
  handoff: z.strictObject({ handoff: HandoffLabel, what: HandoffKind }).nullable(),
  at: z.int(),
  byName: z.string(),
  cents: z.int(),
  /** What proves a paid-out; null for any other entry. */
  file: AttachmentSeen.nullable(),
});

/** Closed days out to finance: each once, in order, and the way from a line to what made it and back. */
export const glCalls = {
  /** Exports every closed day up to one, that is not exported yet. */
  exportGl: officeCommand({
    who: EXPORTS,
    input: { through: DayAsked, layout: GlLayout },
    output: z.strictObject({
      number: z.int(),
      through: BusinessDay,
      lines: z.int(),
      debitCents: z.int(),
      sha256: Hash,
    }),
    touches: ['office'],
  }),

  /** Exports, the newest first. */
  glExports: officeQuery({
    who: SEES,
    input: {
      /** The last of the page before. */
      after: Place.optional(),
      most,
    },
    output: z.strictObject({ exports: z.array(GlExport).max(GL_MAX), more: z.boolean() }),
    reads: ['office'],
  }),

  /** The lines of an export, made again from the journals. */
  glLines: officeQuery({
    who: SEES,
    input: { number: Place, after: z.int().min(0).optional(), most },
    output: z.strictObject({ lines: z.array(GlLine).max(GL_MAX), more: z.boolean() }),
    reads: ['office'],
  }),

  /** The entries that a line sums, in the order of their journals. */
  glLine: officeQuery({
    who: SEES,
    input: {
      number: Place,
      line: Place,
      /** The last of the page before. */
      after: z.strictObject({ journal: Label, sequence: z.int().positive() }).optional(),
      most,
    },
    output: z.strictObject({ line: GlLine, entries: z.array(GlEntry).max(GL_MAX), more: z.boolean() }),
    reads: ['office'],
  }),

  /** Where a receipt, a batch or a deposit has come to: deposits, the close of its day, and lines of GL exports. */
  traced: officeQuery({
    who: SEES,
    input: { label: lineOfText(24) },
    output: z.strictObject({
      label: Label,
      what: z.enum(['receipt', 'batch', 'deposit']),
      batch: Label.nullable(),
      deposits: z.array(z.strictObject({ deposit: DepositLabel, state: DepositState })),
      /** The day with which it was closed; null while that is open. */
      closedWith: BusinessDay.nullable(),
      lines: z.array(GlLine).max(GL_MAX),
    }),
    reads: ['office'],
  }),
} as const;
