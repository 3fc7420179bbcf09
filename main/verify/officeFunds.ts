import { type Movements, movements } from './movements.ts';
import type { OfficeDeposit } from './officeBooks.ts';
import { agreeAmounts, complain, type Fields, fields, list, sum, text, whole } from './reading.ts';

/** What a part tells of funds, as its bank account takes it by them; together they are the part. Nothing where it tells none. */
export function fundsTold(part: Fields, cents: number, what: string): Movements {
  if (part.funds === undefined) return movements([]);
  const told = sharesIn(part.funds);
  agreeAmounts(`What ${what} is of funds`, sum([...told.values()]), cents);
  return told;
}

/**
 * In which funds a deposit ends with the county: in the one that is named, or in those of what it holds. Together that is
 * what the county's receipt says; where that is what was deposited, each fund has its own.
 */
export function endsIn(deposit: OfficeDeposit, payload: Fields, received: number): Movements | null {
  if (payload.treasurerFund !== undefined) return movements([[text(payload, 'treasurerFund'), received]]);
  if (payload.treasurerFunds === undefined) return null;
  const ends = sharesIn(payload.treasurerFunds);
  agreeAmounts('What ends in the county’s funds', sum([...ends.values()]), received);
  const held = fundsHeld(deposit);
  if (sum([...held.values()]) !== received) return ends;
  for (const fund of new Set([...held.keys(), ...ends.keys()]))
    agreeAmounts(`What ends in fund ${fund}`, ends.get(fund) ?? 0, held.get(fund) ?? 0);
  return ends;
}

/** What missing papers had paid of funds, where it is told: no more than they are, nor than is in the deposit of any. */
export function missingFundsTold(deposit: OfficeDeposit, payload: Fields, lost: number): void {
  if (payload.missingFunds === undefined) return;
  const gone = sharesIn(payload.missingFunds);
  const held = fundsHeld(deposit);
  for (const [fund, cents] of gone)
    if (cents > (held.get(fund) ?? 0)) complain(`More is missing of fund ${fund} than is in deposit ${deposit.name}.`);
  if (sum([...gone.values()]) > lost)
    complain(`More is missing of funds than of the papers of deposit ${deposit.name}.`);
  deposit.gone = movements([...deposit.gone, ...gone]);
}

/** What is in a deposit of each fund: what it was prepared with, less what missing papers had paid. */
function fundsHeld({ parts, gone }: OfficeDeposit): Movements {
  const lost = [...gone].map(([fund, cents]) => [fund, -cents] as const);
  return movements([...parts.flatMap(({ funds }) => [...funds]), ...lost]);
}

function sharesIn(value: unknown): Movements {
  const shares = list(value, 'funds').map((said) => {
    const share = fields(said, 'A share of a fund');
    return [text(share, 'fund'), whole(share, 'cents', 1)] as const;
  });
  if (new Set(shares.map(([fund]) => fund)).size < shares.length) complain('A fund is told twice.');
  return movements(shares);
}
