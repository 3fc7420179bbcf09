import { blob, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AttachmentType } from '#domain/attachment';
import { CUSTODY_KINDS } from '#domain/custodySlip';

/** The tables of cash that is no receipt, of what proves it, and of what is told of floats, drawers and counts, as drizzle sees them. */

export const custody = sqliteTable('custody', {
  position: integer('position').primaryKey(),
  kind: text('kind', { enum: CUSTODY_KINDS }).notNull(),
  label: text('label').notNull(),
  drawer: text('drawer').notNull(),
  epoch: integer('epoch').notNull(),
  number: integer('number').notNull(),
});

export const attachments = sqliteTable('attachments', {
  sha256: text('sha256').primaryKey(),
  type: text('type').$type<AttachmentType>().notNull(),
  size: integer('size').notNull(),
  bytes: blob('bytes', { mode: 'buffer' }).notNull(),
  keptAt: integer('kept_at').notNull(),
});

export const attachmentUses = sqliteTable('attachment_uses', {
  position: integer('position').primaryKey(),
  sha256: text('sha256').notNull(),
});

export const attachmentsSent = sqliteTable('attachments_sent', {
  sha256: text('sha256').primaryKey(),
  sentAt: integer('sent_at').notNull(),
});

export const floatsIssued = sqliteTable('floats_issued', {
  handoff: text('handoff').primaryKey(),
  person: text('person').notNull(),
  issuedBy: text('issued_by').notNull(),
});

export const drawersElsewhere = sqliteTable(
  'drawers_elsewhere',
  {
    station: text('station').notNull(),
    person: text('person').notNull(),
    drawer: text('drawer').notNull(),
  },
  (table) => [primaryKey({ columns: [table.station, table.person] })],
);

export const handoffsCounted = sqliteTable('handoffs_counted', {
  handoff: text('handoff').primaryKey(),
});
