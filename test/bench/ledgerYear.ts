import type pg from 'pg';

/*
 * A year of a district, written straight into the ledger's tables: 400,000 receipts at four stations, each day closed.
 * What is hashed here is only which entry it is: the chain holds, and nobody asks more of it.
 */

export const STATIONS = ['B1', 'B2', 'B3', 'B4'] as const;
export const DAYS = 250;
const RECEIPTS_A_DAY = 400;
/** A day's entries of one station: its drawer opens, takes receipts, and closes. */
const ENTRIES_A_DAY = RECEIPTS_A_DAY + 2;
const FIRST_DAY = '2026-01-02';

/** The business day of a place in the year, counted from 0. */
export function dayOfYear(place: number): string {
  return new Date(Date.parse(FIRST_DAY) + place * 86_400_000).toISOString().slice(0, 10);
}

const label = (letter: string, number: string, width: number) =>
  `s.series || '-${letter}' || lpad((${number})::text, ${width}, '0')`;

/** Every entry of the year, and what it is: 0 opens a drawer, the last of a day closes it, the others are receipts. */
const ENTRIES = `
  CREATE TEMPORARY TABLE year AS
  SELECT n.series, n.at AS sequence, (n.at - 1) / ${ENTRIES_A_DAY} AS day, (n.at - 1) % ${ENTRIES_A_DAY} AS place,
    DATE '${FIRST_DAY}' + ((n.at - 1) / ${ENTRIES_A_DAY})::integer AS business_day,
    1000 + (n.at * 7919) % 15000 AS cents,
    CASE WHEN n.at % 10 < 6 THEN 'cash' WHEN n.at % 10 < 9 THEN 'check' ELSE 'card' END AS tender
  FROM (SELECT series, generate_series(1, ${DAYS * ENTRIES_A_DAY}) AS at FROM unnest($1::text[]) AS series) n`;

const KIND = `CASE s.place WHEN 0 THEN 'drawer_opened' WHEN ${ENTRIES_A_DAY - 1} THEN 'drawer_closed'
  ELSE 'receipt_issued' END`;

/** Receipts are numbered without a gap: the reports look where there is one. */
const NUMBER = `(s.day * ${RECEIPTS_A_DAY} + s.place)`;

/** What a receipt is for: an account, one of some fees, or, a few times a day, nobody knows whom. */
const LINE = `CASE WHEN s.sequence % 7 = 0 THEN 'fee' WHEN s.sequence % 500 = 1 THEN 'suspense' ELSE 'account' END`;
const CODE = `CASE WHEN s.sequence % 7 = 0 THEN 'fee-' || s.sequence % 4 END`;
const CREDITED = `CASE ${LINE} WHEN 'fee' THEN 'gl:402:3790000' WHEN 'account' THEN 'gl:401:1220000'
  ELSE 'suspense:' || ${label('', NUMBER, 6)} || ':1' END`;

/** All checks of a drawer as one, which its deposit names as well. */
const COUNT = `json_build_object('moneyOrders', json_build_array(), 'checks', (SELECT json_build_array(
  json_build_object('checkNumber', '1', 'cents', sum(y.cents))) FROM year y
  WHERE y.series = s.series AND y.day = s.day AND y.tender = 'check' AND y.place BETWEEN 1 AND ${RECEIPTS_A_DAY}))`;

/** As long as a receipt's entry is at a counter. */
const TEXT = `json_build_object('kind', ${KIND}, 'payload', json_build_object(
  'drawer', ${label('D', 's.day + 1', 4)}, 'batch', ${label('B', 's.day + 1', 4)},
  'label', ${label('', NUMBER, 6)}, 'number', ${NUMBER}, 'cashier', 'm.ortiz', 'floatCents', 20000, 'z', json_build_object('label', ${label('Z', 's.day + 1', 4)}),
  'count', CASE ${KIND} WHEN 'drawer_closed' THEN ${COUNT} END, 'totalCents', s.cents, 'roundingCents', 0, 'tenders', json_build_array(json_build_object('kind', s.tender, 'cents', s.cents)),
  'lines', json_build_array(json_build_object('kind', ${LINE}, 'code', ${CODE}, 'cents', s.cents,
    'note', repeat('a line and its charges ', 30)))))::text`;

const hashOf = (series: string, sequence: string) =>
  `CASE WHEN ${sequence} = 0 THEN repeat('0', 64) ELSE encode(sha256((${series} || ' ' || ${sequence})::bytea), 'hex') END`;

const INTO_ENTRIES = `INSERT INTO entries (district_id, series, epoch, sequence, kind, business_day, recorded_at, actor,
  command_id, text, previous_hash, hash, received_at)`;

const RECORDED_AT = '(extract(epoch FROM s.business_day) * 1000 + 60000000 + s.place * 60000)::bigint';

const JOURNALS = `${INTO_ENTRIES}
  SELECT $1, s.series, 1, s.sequence, ${KIND}, s.business_day,
    ${RECORDED_AT}, 'm.ortiz', gen_random_uuid(),
    ${TEXT}, ${hashOf('s.series', '(s.sequence - 1)')}, ${hashOf('s.series', 's.sequence')}, 0
  FROM year s ORDER BY s.series, s.sequence`;

/** What each entry moves: a receipt into its drawer, and at the close all of it out again. */
const POSTINGS = `INSERT INTO postings (district_id, series, epoch, sequence, place, account, side, cents, business_day,
    kind)
  SELECT $1, p.series, 1, p.sequence, row_number() OVER (PARTITION BY p.series, p.sequence ORDER BY p.side, p.account) - 1,
    p.account, p.side, p.cents, e.business_day, e.kind
  FROM (
    SELECT s.series, s.sequence, 'drawer:' || ${label('D', 's.day + 1', 4)} || ':' || s.tender AS account, 'debit' AS side,
      s.cents FROM year s WHERE s.place BETWEEN 1 AND ${RECEIPTS_A_DAY}
    UNION ALL SELECT s.series, s.sequence, ${CREDITED}, 'credit', s.cents FROM year s WHERE s.place BETWEEN 1 AND ${RECEIPTS_A_DAY}
    UNION ALL SELECT s.series, s.sequence, v.account, v.side, 20000 FROM year s CROSS JOIN LATERAL (VALUES
      ('drawer:' || ${label('D', 's.day + 1', 4)} || ':cash', 'debit'),
      ('transit:' || ${label('D', 's.day + 1', 4)} || '-float', 'credit')) v (account, side) WHERE s.place = 0
    UNION ALL SELECT s.series, s.sequence, v.account, v.side, 20000 FROM year s CROSS JOIN LATERAL (VALUES
      ('drawer:' || ${label('D', 's.day + 1', 4)} || ':cash', 'credit'),
      ('transit:' || ${label('D', 's.day + 1', 4)} || '-float-return', 'debit')) v (account, side)
      WHERE s.place = ${ENTRIES_A_DAY - 1}
    UNION ALL SELECT s.series, (s.day + 1) * ${ENTRIES_A_DAY}, v.account, v.side, sum(s.cents) FROM year s CROSS JOIN LATERAL (VALUES
      ('drawer:' || ${label('D', 's.day + 1', 4)} || ':' || s.tender, 'credit'),
      (CASE s.tender WHEN 'card' THEN 'clearing:card' ELSE 'transit:' || ${label('D', 's.day + 1', 4)} || '-' || s.tender END,
        'debit')) v (account, side)
      WHERE s.place BETWEEN 1 AND ${RECEIPTS_A_DAY} GROUP BY s.series, s.day, v.account, v.side) p
  JOIN entries e ON e.district_id = $1 AND e.series = p.series AND e.sequence = p.sequence
  ORDER BY p.series, p.sequence`;

const LINES = `INSERT INTO receipt_lines (district_id, series, epoch, sequence, place, done, business_day, recorded_at,
    drawer, number, kind, code, name, cents)
  SELECT $1, s.series, 1, s.sequence, 0, 'issued', s.business_day, ${RECORDED_AT}, ${label('D', 's.day + 1', 4)},
    ${NUMBER}, ${LINE}, ${CODE}, ${CODE}, s.cents
  FROM year s WHERE s.place BETWEEN 1 AND ${RECEIPTS_A_DAY} ORDER BY s.series, s.sequence`;

/** The office's journal is its closes alone, one a day, each sealing every journal. */
const CLOSES = `${INTO_ENTRIES}
  SELECT $1, 'L', 1, d.number, 'day_closed', DATE '${FIRST_DAY}' + d.number - 1, 0, 'e.lindqvist', gen_random_uuid(),
    '{"kind":"day_closed"}', ${hashOf("'L'", '(d.number - 1)')}, ${hashOf("'L'", 'd.number')}, 0
  FROM generate_series(1, ${DAYS}) AS d (number) ORDER BY d.number`;

const DAY_CLOSES = `INSERT INTO day_closes (district_id, number, day, previous_day, version, closed_by, closed_at, series,
    epoch, sequence)
  SELECT $1, d.number, DATE '${FIRST_DAY}' + d.number - 1,
    CASE WHEN d.number > 1 THEN DATE '${FIRST_DAY}' + d.number - 2 END, 1, 'e.lindqvist', 0, 'L', 1, d.number
  FROM generate_series(1, ${DAYS}) AS d (number)`;

const DAY_SEALS = `INSERT INTO day_seals (district_id, number, series, epoch, sequence)
  SELECT $1, d.number, s.series, 1, CASE s.series WHEN 'L' THEN d.number - 1 ELSE d.number * ${ENTRIES_A_DAY} END
  FROM generate_series(1, ${DAYS}) AS d (number) CROSS JOIN unnest($2::text[] || 'L'::text) AS s (series)
  WHERE d.number > 1 OR s.series <> 'L'`;

const APPLIED = `INSERT INTO stations (district_id, series, epoch, token_hash, enrolled_at, applied_sequence)
  SELECT $1, series, 1, CASE WHEN series <> 'L' THEN repeat('0', 64) END, 0,
    CASE series WHEN 'L' THEN ${DAYS} ELSE ${DAYS * ENTRIES_A_DAY} END
  FROM unnest($2::text[] || 'L'::text) AS series
  ON CONFLICT (district_id, series, epoch) DO UPDATE SET applied_sequence = EXCLUDED.applied_sequence`;

/** Writes the year of a district that is loaded. The connection must be its owner's. */
export async function writeYear(owner: pg.Client, district: string): Promise<void> {
  // Nothing is checked that the database checks of what arrives: this did not.
  await owner.query("SET session_replication_role = 'replica'");
  await owner.query(ENTRIES, [STATIONS]);
  await owner.query('CREATE INDEX ON year (series, day)');
  await owner.query('ANALYZE year');
  await owner.query(APPLIED, [district, STATIONS]);
  for (const statement of [JOURNALS, POSTINGS, LINES, CLOSES, DAY_CLOSES]) await owner.query(statement, [district]);
  await owner.query(DAY_SEALS, [district, STATIONS]);
  await owner.query('ANALYZE');
}
