import { sql } from 'drizzle-orm';
import { depositShares } from '#db/ledger/glDepositShares';
import type { FundShare } from '#domain/deposit';
import { fundsIn } from '#domain/depositPostings';
import { fitted } from '#domain/depositRouting';
import { cents } from '#domain/money';
import { createChance } from '../support/chance.ts';
import { onEachStore } from '../support/ledger.ts';

const { below } = createChance('shares of deposits');

/** What one tender of a batch tells of funds, as a deposit is prepared; often nothing. */
function part() {
  const funds = ['401', '402', '403'].filter(() => below(3) > 0);
  return below(5) === 0 || funds.length === 0 ? {} : { funds: funds.map((fund) => ({ fund, cents: 1 + below(4) })) };
}

/** Deposits of little money, so that shares are often as large as another; more or less was found in them, and anew. */
const DEPOSITS = Array.from({ length: 400 }, (_, number) => ({
  ...{ deposit: `L-P${number}`, found: 1 + below(30), anew: below(30) },
  parts: Array.from({ length: 1 + below(4) }, part),
  // Of missing papers, told with what was found and then anew; mostly of none.
  gone: [part, part].map((told) => (below(3) === 0 ? (told().funds ?? []) : [])),
}));

onEachStore('what an entry moves of a deposit in each fund', (on) => {
  const sharesBy = (formula: 2 | 3) => {
    const column = (of: (one: (typeof DEPOSITS)[number]) => string | number) => sql.param(DEPOSITS.map(of));
    // Tables of these names would be of real deposits: here they are only what the query reads of them.
    return on.db.inDistrict('any', 'read', (tx) =>
      tx.rows<{ deposit: string; step: number; fund: string; cents: number }>(sql`
        WITH given AS (SELECT row_number() OVER () AS number, * FROM unnest(${column(({ deposit }) => deposit)}::text[],
            ${column(({ found }) => found)}::bigint[], ${column(({ anew }) => anew)}::bigint[],
            ${column(({ parts }) => JSON.stringify({ payload: { parts } }))}::text[],
            ${column(({ gone: [first] }) => JSON.stringify({ payload: { missingFunds: first } }))}::text[],
            ${column(({ gone: [, then] }) => JSON.stringify({ payload: { missingFunds: then } }))}::text[])
            AS given (deposit, found, anew, text, first, then_gone)),
          step AS (SELECT deposit, number * 10 + 1 AS sequence, found AS cents, 'made' AS step FROM given
            UNION ALL SELECT deposit, number * 10 + 2, anew - found, 'resealed' FROM given),
          at AS (SELECT 'any' AS district_id, 'L' AS series, 1 AS epoch),
          moved AS (SELECT deposit AS own_deposit, series, epoch, sequence, cents FROM step, at
            UNION ALL SELECT NULL, 'L', 1, 1, 999),
          deposit_steps AS (SELECT * FROM step, at),
          postings AS (SELECT district_id, series, epoch, sequence, 'deposit:' || deposit AS account, abs(cents) AS cents,
            CASE WHEN cents < 0 THEN 'credit' ELSE 'debit' END AS side FROM step, at),
          deposits AS (SELECT district_id, deposit, series, epoch, number * 10 AS sequence FROM given, at),
          entries AS (SELECT district_id, series, epoch, number * 10 + told AS sequence,
            CASE told WHEN 0 THEN text WHEN 1 THEN first ELSE then_gone END AS text
            FROM given, at, generate_series(0, 2) AS told),
          ${depositShares({ district: 'any', formula })}
        SELECT deposit, (sequence % 10)::integer AS step, fund, cents::bigint AS cents FROM shares`),
    );
  };

  test('is what it was prepared with, brought to what was found and then found anew as the domain says', async () => {
    const expected = DEPOSITS.flatMap(({ deposit, found, anew, parts, gone: [first = [], after = []] }) => {
      const told = fundsIn(parts, []);
      // What moves nothing of a deposit tells of no fund either.
      if (told.length === 0) return [];
      const at = (total: number, gone: readonly FundShare[]) =>
        new Map(fitted(fundsIn(parts, gone), cents(total)).map((share) => [share.fund, share.cents]));
      const [made, then] = [at(found, first), at(anew, [...first, ...(anew === found ? [] : after)])];
      const moved = told.map(({ fund }) => ({ fund, cents: (then.get(fund) ?? 0) - (made.get(fund) ?? 0) }));
      return [
        ...[...made].map(([fund, amount]) => ({ deposit, step: 1, fund, cents: amount as number })),
        ...moved.filter((one) => one.cents !== 0).map((one) => ({ deposit, step: 2, ...one })),
      ];
    });
    const key = (one: (typeof expected)[number]) => `${one.deposit} ${one.step} ${one.fund}`;
    const inOrder = (one: (typeof expected)[number], other: (typeof expected)[number]) =>
      key(one) < key(other) ? -1 : 1;
    const came = await sharesBy(3);
    expect(came.sort(inOrder)).toEqual(expected.sort(inOrder));
    expect(new Set(came.map(({ deposit }) => deposit)).size).toBeGreaterThan(200);
  });

  test('was not asked by the formulas before', async () => {
    expect(await sharesBy(2)).toEqual([]);
  });
});
