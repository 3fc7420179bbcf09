import { blob, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AttachmentType } from '#domain/attachment';
import { CUSTODY_KINDS } from '#domain/custodySlip';

/** The tables of cash that is no receipt, and of what proves it, as drizzle sees them. */

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
