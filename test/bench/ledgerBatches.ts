import type pg from 'pg';
import { DAYS } from './ledgerYear.ts';

/*
 * What the office did with the drawers of the year: each counted and approved, and every evening one bag of all of them,
 * counted twice, carried and confirmed; the last days' still lie there. It speaks of the table that the year was made of.
 */

/** Days whose bags were not made up yet. */
const LAST = 2;
/** The office's entries of one day, after the closes of all days: the counts, and the four steps of a deposit. */
const STEPS = 5;

const office = (day: string, step: number) => `(${DAYS} + ${day} * ${STEPS} + ${step})`;
const named = (letter: string) => `s.series || '-${letter}' || lpad((s.day + 1)::text, 4, '0')`;

const BATCHES = `INSERT INTO batches (district_id, batch, drawer, cashier, business_day, opened_at, series, epoch, sequence)
  SELECT $1, ${named('B')}, ${named('D')}, 'm.ortiz', s.business_day, 0, s.series, 1, s.sequence FROM year s
  WHERE s.place = 0`;

/** What each batch brought, by tender. */
const BROUGHT = `CREATE TEMPORARY TABLE brought AS
  SELECT s.series, s.day, ${named('B')} AS batch, ${named('D')} AS drawer, s.tender, sum(s.cents)::bigint AS cents
  FROM year s
  WHERE s.place BETWEEN 1 AND (SELECT max(place) - 1 FROM year) GROUP BY s.series, s.day, s.tender`;

const CLOSED = `INSERT INTO batch_steps (district_id, batch, step, person, at, series, epoch, sequence)
  SELECT $1, ${named('B')}, 'closed', 'm.ortiz', 0, s.series, 1, s.sequence FROM year s
  WHERE s.place = (SELECT max(place) FROM year)`;

const APPROVED = `INSERT INTO batch_steps (district_id, batch, step, person, at, series, epoch, sequence)
  SELECT DISTINCT $1, b.batch, 'approved', 'i.solheim', 0, 'L', 1, ${office('b.day', 1)} FROM brought b`;

/** Cash and checks, each given and counted. */
const HANDED = `INSERT INTO handoff_steps (district_id, handoff, step, what, drawer, batch, person, cents, at, series, epoch,
    sequence)
  SELECT $1, b.drawer || '-' || b.tender, t.step, b.tender, b.drawer, b.batch, t.person, b.cents, 0, 'L', 1,
    ${office('b.day', 1)}
  FROM brought b CROSS JOIN (VALUES ('given', 'm.ortiz'), ('counted', 'j.whitebear')) t (step, person)
  WHERE b.tender <> 'card'`;

const POSTED = `INSERT INTO postings (district_id, series, epoch, sequence, place, account, side, cents, business_day, kind)`;

const COUNTED = `${POSTED}
  SELECT $1, 'L', 1, ${office('b.day', 1)}, row_number() OVER (PARTITION BY b.day ORDER BY b.batch, b.tender) - 1,
    'undeposited:' || b.batch || ':' || b.tender, 'debit', b.cents,
    DATE '2026-01-02' + b.day, 'handoffs_counted' FROM brought b WHERE b.tender <> 'card'`;

const PARTED = `INSERT INTO deposit_parts (district_id, deposit, batch, tender, cents, turn)
  SELECT $1, 'L-P' || lpad((b.day + 1)::text, 4, '0'), b.batch, b.tender, b.cents, 1 FROM brought b
  WHERE b.tender <> 'card' AND b.day < ${DAYS - LAST}`;

const DEPOSITED = `${POSTED}
  SELECT $1, 'L', 1, ${office('b.day', 3)}, row_number() OVER (PARTITION BY b.day ORDER BY b.batch, b.tender) - 1,
    'undeposited:' || b.batch || ':' || b.tender, 'credit', b.cents,
    DATE '2026-01-02' + b.day, 'deposit_witnessed' FROM brought b
  WHERE b.tender <> 'card' AND b.day < ${DAYS - LAST}`;

const BAGS = `CREATE TEMPORARY TABLE bags AS
  SELECT day, 'L-P' || lpad((day + 1)::text, 4, '0') AS deposit, sum(cents)::bigint AS cents,
    sum(cents) FILTER (WHERE tender = 'cash')::bigint AS cash, sum(cents) FILTER (WHERE tender = 'check')::bigint AS checks
  FROM brought WHERE tender <> 'card' AND day < ${DAYS - LAST} GROUP BY day`;

const DEPOSITS = `INSERT INTO deposits (district_id, deposit, number, bank_account, bag, first_receipt_at, due_at, series,
    epoch, sequence)
  SELECT $1, deposit, day + 1, 'operating', 'BAG' || day, 0, 86400000, 'L', 1, ${office('day', 2)} FROM bags`;

const DEPOSIT_STEPS = `INSERT INTO deposit_steps (district_id, deposit, step, person, at, cents, series, epoch, sequence)
  SELECT $1, b.deposit, t.step, 'j.whitebear', 0, b.cents, 'L', 1, ${DAYS} + b.day * ${STEPS} + t.place
  FROM bags b CROSS JOIN (VALUES ('prepared', 2), ('made', 3), ('handed', 4), ('confirmed', 5)) t (step, place)`;

const ENTRIES = `INSERT INTO entries (district_id, series, epoch, sequence, kind, business_day, recorded_at, actor,
    command_id, text, previous_hash, hash, received_at)
  SELECT $1, 'L', 1, ${DAYS} + d.day * ${STEPS} + t.place, t.kind, DATE '2026-01-02' + d.day, 0, 'j.whitebear',
    gen_random_uuid(), json_build_object('kind', t.kind, 'payload', json_build_object('deposit', b.deposit,
      'cashCents', b.cash, 'checkCents', b.checks, 'moneyOrderCents', 0, 'cents', b.cents, 'bag', 'BAG' || d.day,
      'pieces', json_build_object('1', b.cash), 'checks', (SELECT json_agg(json_build_object('batch', r.batch,
        'tender', r.tender, 'checkNumber', '1', 'cents', r.cents)) FROM brought r WHERE r.day = d.day AND r.tender = 'check'),
      'parts', (SELECT json_agg(json_build_object('batch', r.batch, 'tender', r.tender, 'cents', r.cents))
        FROM brought r WHERE r.day = d.day AND r.tender <> 'card')))::text,
    repeat('0', 64), encode(sha256(('L ' || ${DAYS} + d.day * ${STEPS} + t.place)::bytea), 'hex'), 0
  FROM generate_series(0, ${DAYS - 1}) d (day) LEFT JOIN bags b ON b.day = d.day
  CROSS JOIN (VALUES ('handoffs_counted', 1), ('deposit_prepared', 2), ('deposit_witnessed', 3), ('deposit_handed', 4),
    ('deposit_confirmed', 5)) t (kind, place)`;

/** Writes what became of each drawer, through the connection that wrote the year. */
export async function writeBatches(owner: pg.Client, district: string): Promise<void> {
  const year = [BATCHES, CLOSED];
  await owner.query(BROUGHT);
  await owner.query(BAGS);
  const told = [APPROVED, HANDED, COUNTED, PARTED, DEPOSITED, DEPOSITS, DEPOSIT_STEPS, ENTRIES];
  for (const statement of [...year, ...told]) await owner.query(statement, [district]);
  await owner.query('ANALYZE');
}
