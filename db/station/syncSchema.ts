import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import { STOPPED_WHYS } from '#domain/stopped';

/** The one row of the talk with the ledger, as drizzle sees it. */

export const sync = sqliteTable('sync', {
  one: integer('one').primaryKey(),
  acknowledgedEpoch: integer('acknowledged_epoch').notNull(),
  acknowledgedSequence: integer('acknowledged_sequence').notNull(),
  acknowledgedHash: text('acknowledged_hash').notNull(),
  feedCursor: text('feed_cursor').notNull(),
  accountsAsOf: integer('accounts_as_of').notNull(),
  lastContactAt: integer('last_contact_at').notNull(),
  refusedAtSequence: integer('refused_at_sequence'),
  closedThrough: text('closed_through'),
  /** Null while the station runs; the first entry in doubt may not be known. */
  stoppedWhy: text('stopped_why', { enum: STOPPED_WHYS }),
  stoppedAt: integer('stopped_at'),
  stoppedSequence: integer('stopped_sequence'),
});

/** What a station and its ledger know each other by, and what must not come twice. */
export const contact = sqliteTable('contact', {
  one: integer('one').primaryKey(),
  publicKey: text('public_key').notNull(),
  ledgerKey: text('ledger_key').notNull(),
  counterReserved: integer('counter_reserved').notNull(),
  token: text('token').notNull(),
});
