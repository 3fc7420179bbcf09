import { Fragment, memo } from 'react';
import type { AccountHit } from '#contract/shapes';
import { amount } from '../../../format.ts';
import { say } from '../../../messages/en.ts';
import { find } from '../../../messages/find.ts';
import { Columns } from '../../../ui/Columns.tsx';
import { keepInView } from '../../../ui/inView.ts';
import { Marked } from '../../../ui/Marked.tsx';
import { Room } from '../../../ui/Room.tsx';
import type { Send } from '../useCounter.ts';
import { groupOf, type HitGroup, isFoundElsewhere } from './hitGroups.ts';
import { TypeRows } from './TypeRows.tsx';
import type { Search } from './useSearch.ts';

const COLUMNS = [
  { name: find.columns.name },
  { name: find.columns.address },
  { name: find.columns.account },
  { name: find.columns.flag, unseen: true },
  { name: find.columns.balance, right: true },
] as const;

/** The accounts found. Those whose match is in no column of the table stand below, then those that are only alike. */
export function Hits({ search, send }: { search: Search; send: Send }) {
  const { hits, types, typesFrom, place, words } = search;
  return (
    <>
      <Room label={find.list} rows="tr.pick" onKey={(key) => void search.addCharge(key)}>
        <HitTable hits={hits} types={types} typesFrom={typesFrom} place={place} words={words} send={send} />
      </Room>
      {search.nowhere === 'unlike' ? <p className="pad muted">{find.none}</p> : null}
      {search.nowhere === 'piece' ? <p className="pad muted">{find.noneOfDigits}</p> : null}
      <span className="push" />
      <p className="pad faint">{find.note}</p>
    </>
  );
}

type HitTableProps = Pick<Search, 'hits' | 'types' | 'typesFrom' | 'place' | 'words'> & { send: Send };

/** Only drawn anew when something else was found: most of what happens at the counter is none of its business. */
const HitTable = memo(function HitTable({ hits, types, typesFrom, place, words, send }: HitTableProps) {
  const shown = { hits, place, words, onPick: (to: number) => send({ did: 'movedHit', to }) };
  return (
    <table className="hits" id="hits" aria-label={find.results}>
      <Columns of={COLUMNS} />
      <tbody>
        <HitRows {...shown} from={0} to={typesFrom} shift={0} />
        <TypeRows types={types} words={words} from={typesFrom} chosen={place} onPick={shown.onPick} />
        <HitRows {...shown} from={typesFrom} to={hits.length} shift={types.length} />
      </tbody>
    </table>
  );
});

/** The head of a group stands before its first row; the table's own head is that of the first group. */
function GroupHead({ group, before }: { group: HitGroup; before: HitGroup | null }) {
  const isFirst = before === null && (group === 'shown' || group === 'exact');
  if (isFirst || group === before) return null;
  return (
    <tr className="group">
      <th colSpan={5} scope="rowgroup">
        {find.group[group]}
      </th>
    </tr>
  );
}

type HitRowsProps = Pick<Search, 'hits' | 'place' | 'words'> & {
  from: number;
  to: number;
  /** How many items stand before them. */
  shift: number;
  onPick: (place: number) => void;
};

/** Some of the hits: those before the items, or those after. */
function HitRows({ hits, place, words, from, to, shift, onPick }: HitRowsProps) {
  return hits.slice(from, to).map((hit, nth) => {
    const at = from + nth + shift;
    const before = hits[from + nth - 1];
    return (
      <Fragment key={hit.accountNumber}>
        <GroupHead group={groupOf(hit, words)} before={before ? groupOf(before, words) : null} />
        <HitRow hit={hit} at={at} words={hit.alike ?? words} chosen={at === place} onPick={() => onPick(at)} />
      </Fragment>
    );
  });
}

type HitRowProps = { hit: AccountHit; at: number; words: string; chosen: boolean; onPick: () => void };

function HitRow({ hit, at, words, chosen, onPick }: HitRowProps) {
  const isElsewhere = isFoundElsewhere(hit);
  const marked = (field: AccountHit['foundIn'], text: string) =>
    hit.foundIn === field ? <Marked text={text} words={words} /> : text;
  return (
    <tr
      id={`hit-${at}`}
      className="pick"
      data-selected={chosen ? '' : undefined}
      onClick={onPick}
      ref={chosen ? keepInView : null}
    >
      <td className="clip">{marked('name', hit.customer)}</td>
      <td className="clip muted">
        {isElsewhere ? <Marked text={hit.foundText} words={words} /> : marked('address', hit.serviceAddress)}
      </td>
      <td className="nowrap">{marked('account', hit.accountNumber)}</td>
      <td className="nowrap">
        <small>{isElsewhere ? find.in[hit.foundIn] : flagWords(hit)}</small>
      </td>
      <td className="n">{amount(hit.balanceCents)}</td>
    </tr>
  );
}

/** What matters more comes first: what stops a tender before what only says how the account is paid. */
const BY_WEIGHT = ['no-checks', 'shut-off', 'lien', 'contract', 'autopay', 'commercial'] as const;

/** The one word that matters most. */
function flagWords(hit: AccountHit): string {
  if (hit.status === 'closed') return find.closed;
  const flag = BY_WEIGHT.find((one) => hit.flags.includes(one));
  if (flag) return say.flag[flag];
  return hit.balanceCents < 0 ? find.credit : '';
}
