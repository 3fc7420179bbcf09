import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Language } from '#domain/account';
import { CUSTODY_SLIPS } from '#domain/custodySlip';
import { MAIL_TROUBLES, MESSAGE_STATES } from '#domain/message';

/** The tables of all migrations together as drizzle sees them. A test holds the two against each other. */

export const station = sqliteTable('station', {
  one: integer('one').primaryKey(),
  district: text('district').notNull(),
  series: text('series').notNull(),
  epoch: integer('epoch').notNull(),
  training: integer('training', { mode: 'boolean' }).notNull(),
  ledgerUrl: text('ledger_url').notNull(),
  stationToken: text('station_token').notNull(),
  enrolledAt: integer('enrolled_at').notNull(),
  /** The series' last Z report before this epoch, and what it had issued by then. */
  lastZ: integer('last_z').notNull().default(0),
  issuedBeforeCents: integer('issued_before_cents').notNull().default(0),
});

export const entries = sqliteTable('entries', {
  position: integer('position').primaryKey(),
  epoch: integer('epoch').notNull(),
  sequence: integer('sequence').notNull(),
  kind: text('kind').notNull(),
  businessDay: text('business_day').notNull(),
  recordedAt: integer('recorded_at').notNull(),
  actor: text('actor').notNull(),
  text: text('text').notNull(),
  hash: text('hash').notNull(),
  personal: text('personal'),
});

export const postings = sqliteTable('postings', {
  posting: integer('posting').primaryKey(),
  position: integer('position').notNull(),
  account: text('account').notNull(),
  side: text('side', { enum: ['debit', 'credit'] }).notNull(),
  cents: integer('cents').notNull(),
});

export const commands = sqliteTable('commands', {
  commandId: text('command_id').primaryKey(),
  name: text('name').notNull(),
  inputDigest: text('input_digest').notNull(),
  reply: text('reply').notNull(),
});

export const drawers = sqliteTable('drawers', {
  drawer: text('drawer').primaryKey(),
  epoch: integer('epoch').notNull(),
  number: integer('number').notNull(),
  batch: text('batch').notNull(),
  cashier: text('cashier').notNull(),
  businessDay: text('business_day').notNull(),
  floatCents: integer('float_cents').notNull(),
  openedAt: integer('opened_at').notNull(),
  position: integer('position').notNull(),
  handoff: text('handoff'),
});

export const drawerSteps = sqliteTable('drawer_steps', {
  position: integer('position').primaryKey(),
  drawer: text('drawer').notNull(),
  step: text('step', { enum: ['parked', 'unparked', 'counting', 'left', 'counted', 'closed'] }).notNull(),
});

export const receipts = sqliteTable('receipts', {
  position: integer('position').primaryKey(),
  label: text('label').notNull(),
  epoch: integer('epoch').notNull(),
  number: integer('number').notNull(),
  drawer: text('drawer').notNull(),
  payer: text('payer').notNull(),
  totalCents: integer('total_cents').notNull(),
});

export const tenders = sqliteTable(
  'tenders',
  {
    position: integer('position').notNull(),
    place: integer('place').notNull(),
    kind: text('kind', { enum: ['cash', 'check', 'money-order', 'card', 'credit'] }).notNull(),
    cents: integer('cents').notNull(),
    reference: text('reference'),
    paper: text('paper'),
  },
  (table) => [primaryKey({ columns: [table.position, table.place] })],
);

export const applications = sqliteTable('applications', {
  application: integer('application').primaryKey(),
  position: integer('position').notNull(),
  accountNumber: text('account_number').notNull(),
  chargeId: integer('charge_id'),
  cents: integer('cents').notNull(),
});

export const voids = sqliteTable('voids', {
  receiptPosition: integer('receipt_position').primaryKey(),
  position: integer('position').notNull(),
});

export const undos = sqliteTable('undos', {
  position: integer('position').primaryKey(),
  receiptPosition: integer('receipt_position').notNull(),
  kind: text('kind', { enum: ['correction', 'reversal', 'refund'] }).notNull(),
  label: text('label').notNull(),
  epoch: integer('epoch').notNull(),
  number: integer('number').notNull(),
});

export const correctedTenders = sqliteTable('corrected_tenders', {
  position: integer('position').primaryKey(),
  receiptPosition: integer('receipt_position').notNull(),
  place: integer('place').notNull(),
  kind: text('kind', { enum: ['cash', 'check', 'money-order', 'card'] }).notNull(),
  cents: integer('cents').notNull(),
  reference: text('reference'),
  paper: text('paper'),
});

export const currency = sqliteTable(
  'currency',
  {
    payer: text('payer').notNull(),
    receivedAt: integer('received_at').notNull(),
    position: integer('position').notNull(),
    cents: integer('cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.payer, table.receivedAt, table.position] })],
);

export const suspensions = sqliteTable('suspensions', {
  position: integer('position').primaryKey(),
  label: text('label').notNull(),
  epoch: integer('epoch').notNull(),
  number: integer('number').notNull(),
});

export const suspensionSteps = sqliteTable(
  'suspension_steps',
  {
    position: integer('position').notNull(),
    label: text('label').notNull(),
    step: text('step', { enum: ['resumed', 'dropped', 'taken', 'suspended_again'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.label, table.position] })],
);

export const approvals = sqliteTable('approvals', {
  approval: text('approval').primaryKey(),
  mark: text('mark').notNull(),
  approver: text('approver').notNull(),
  askedBy: text('asked_by').notNull(),
  approvedAt: integer('approved_at').notNull(),
});

export const approvalUses = sqliteTable('approval_uses', {
  approval: text('approval').primaryKey(),
  position: integer('position').notNull(),
});

export const pinAttempts = sqliteTable('pin_attempts', {
  attempt: integer('attempt').primaryKey(),
  person: text('person').notNull(),
  triedAt: integer('tried_at').notNull(),
  passed: integer('passed', { mode: 'boolean' }).notNull(),
});

export const PRINT_STATES = ['waiting', 'printing', 'printed', 'failed', 'in_doubt'] as const;

export const printJobs = sqliteTable('print_jobs', {
  job: integer('job').primaryKey(),
  /** Null for a slip of the office, whose journal is not here. */
  position: integer('position'),
  document: text('document', {
    enum: [
      ...(['receipt', 'void', 'correction', 'reversal', 'refund', 'permit', 'notice', 'tray', 'z'] as const),
      ...CUSTODY_SLIPS,
      'office',
    ],
  }).notNull(),
  label: text('label').notNull(),
  copy: integer('copy').notNull(),
  kick: integer('kick', { mode: 'boolean' }).notNull(),
  state: text('state', { enum: PRINT_STATES }).notNull().default('waiting'),
  attempts: integer('attempts').notNull().default(0),
  changedAt: integer('changed_at').notNull(),
  /** Of what a drawer hands over without its amounts: whoever asked for it may have to count it. */
  blind: integer('blind', { mode: 'boolean' }).notNull().default(false),
  /** When the pulse that opens the tray for it was about to go out; null before. */
  kickedAt: integer('kicked_at'),
});

export const officeSlips = sqliteTable('office_slips', {
  job: integer('job').primaryKey(),
  slip: text('slip').notNull(),
});

export const messages = sqliteTable('messages', {
  message: integer('message').primaryKey(),
  position: integer('position').notNull(),
  kind: text('kind', { enum: ['slip', 'notice'] }).notNull(),
  label: text('label').notNull(),
  accountNumber: text('account_number').notNull(),
  address: text('address').notNull(),
  state: text('state', { enum: MESSAGE_STATES }).notNull(),
  attempts: integer('attempts').notNull().default(0),
  doubtful: integer('doubtful', { mode: 'boolean' }).notNull(),
  trouble: text('trouble', { enum: MAIL_TROUBLES }),
  nextAt: integer('next_at').notNull(),
  queuedAt: integer('queued_at').notNull(),
  changedAt: integer('changed_at').notNull(),
  changedBy: text('changed_by').notNull().default(''),
});

export const settings = sqliteTable('settings', {
  name: text('name').primaryKey(),
  value: text('value').notNull(),
});

export const policies = sqliteTable('policies', {
  version: integer('version').primaryKey(),
  policy: text('policy').notNull(),
});

export const people = sqliteTable('people', {
  person: text('person').primaryKey(),
  name: text('name').notNull(),
  role: text('role').notNull(),
  active: integer('active', { mode: 'boolean' }).notNull(),
  pinSalt: text('pin_salt').notNull(),
  pinHash: text('pin_hash').notNull(),
  pinCost: integer('pin_cost').notNull(),
});

export const accounts = sqliteTable('accounts', {
  accountId: integer('account_id').primaryKey(),
  accountNumber: text('account_number').notNull(),
  customer: text('customer').notNull(),
  serviceAddress: text('service_address').notNull(),
  mailingAddress: text('mailing_address').notNull(),
  parcel: text('parcel').notNull(),
  phone: text('phone').notNull(),
  email: text('email').notNull(),
  status: text('status').notNull(),
  language: text('language').$type<Language>().notNull(),
  flags: text('flags').notNull(),
  appliedEpoch: integer('applied_epoch').notNull(),
  appliedSequence: integer('applied_sequence').notNull(),
  unappliedCents: integer('unapplied_cents').notNull().default(0),
  contract: text('contract').notNull().default(''),
  permits: text('permits').notNull().default('[]'),
  notes: text('notes').notNull().default(''),
  elsewhere: text('elsewhere').notNull().default('[]'),
});

export const charges = sqliteTable('charges', {
  chargeId: integer('charge_id').primaryKey(),
  accountNumber: text('account_number').notNull(),
  kind: text('kind').notNull(),
  period: text('period').notNull(),
  dueDay: text('due_day').notNull(),
  openCents: integer('open_cents').notNull(),
  fund: text('fund').notNull(),
  bars: text('bars').notNull(),
});

export const accountSearch = sqliteTable('account_search', {
  accountId: integer('account_id').primaryKey(),
  numberKey: text('number_key').notNull(),
  number: text('number').notNull(),
  numberTail: text('number_tail').notNull(),
  name: text('name').notNull(),
  address: text('address').notNull(),
  phone: text('phone').notNull(),
  parcel: text('parcel').notNull(),
  email: text('email').notNull().default(''),
});

export const spellings = sqliteTable(
  'spellings',
  { key: text('key').notNull(), word: text('word').notNull() },
  (table) => [primaryKey({ columns: [table.key, table.word] })],
);
