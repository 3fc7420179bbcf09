import { sql } from 'drizzle-orm';
import { depositShares } from '#db/ledger/glDepositShares';
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

/** Deposits of little money, so that shares are often as large as another; more or less was found in them. */
const DEPOSITS = Array.from({ length: 400 }, (_, number) => ({
  ...{ deposit: `L-P${number}`, found: 1 + below(30), parts: Array.from({ length: 1 + below(4) }, part) },
}));

onEachStore('what a deposit holds of each fund', (on) => {
  const sharesBy = (formula: 2 | 3) => {
    const column = (of: (one: (typeof DEPOSITS)[number]) => string | number) => sql.param(DEPOSITS.map(of));
    // Tables of these names would be of real deposits: here they are only what the query reads of them.
    return on.db.inDistrict('any', 'read', (tx) =>
      tx.rows<{ deposit: string; fund: string; cents: number }>(sql`
        WITH given AS (SELECT row_number() OVER () AS sequence, * FROM unnest(${column(({ deposit }) => deposit)}::text[],
            ${column(({ found }) => found)}::bigint[],
            ${column(({ parts }) => JSON.stringify({ payload: { parts } }))}::text[]) AS given (deposit, found, text)),
          moved AS (SELECT deposit AS own_deposit, -found AS cents FROM given UNION ALL SELECT NULL, 999),
          deposits AS (SELECT 'any' AS district_id, deposit, 'L' AS series, 1 AS epoch, sequence FROM given),
          entries AS (SELECT 'any' AS district_id, 'L' AS series, 1 AS epoch, sequence, text FROM given),
          ${depositShares({ district: 'any', formula })}
        SELECT deposit, fund, cents::bigint AS cents FROM shares ORDER BY deposit, fund`),
    );
  };

  test('is what it was prepared with, brought to what was found as the domain says', async () => {
    const expected = DEPOSITS.flatMap(({ deposit, found, parts }) => {
      const told = fundsIn(parts);
      return told.length === 0 ? [] : fitted(told, cents(found)).map((share) => ({ deposit, ...share }));
    });
    const inOrder = (one: (typeof expected)[number], other: (typeof expected)[number]) =>
      one.deposit === other.deposit ? Number(one.fund) - Number(other.fund) : one.deposit < other.deposit ? -1 : 1;
    const came = await sharesBy(3);
    expect(came.sort(inOrder)).toEqual(expected.sort(inOrder));
    expect(new Set(came.map(({ deposit }) => deposit)).size).toBeGreaterThan(200);
  });

  test('was not asked by the formulas before', async () => {
    expect(await sharesBy(2)).toEqual([]);
  });
});
