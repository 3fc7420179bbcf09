import { Fragment } from 'react';
import type { AccountHit } from '#contract/shapes';
import { amount } from '../../../format.ts';
import { find } from '../../../messages/counter.ts';
import { say } from '../../../messages/en.ts';
import { Columns } from '../../../ui/Columns.tsx';
import { Marked } from '../../../ui/Marked.tsx';
import { Room } from '../../../ui/Room.tsx';
import type { Send } from '../useCounter.ts';
import type { Search } from './useSearch.ts';

const COLUMNS = [
  { name: find.columns.name },
  { name: find.columns.address },
  { name: find.columns.account },
  { name: find.columns.flag, unseen: true },
  { name: find.columns.balance, right: true },
] as const;

/** The accounts found. Those whose match is in no column of the table stand below, with the field it is in. */
export function Hits({ search, send }: { search: Search; send: Send }) {
  const { hits, others, place, text } = search;
  const firstOther = others > 0 ? hits.length - others : -1;
  return (
    <>
      <Room label={find.list} onKey={(key) => void search.addCharge(key)}>
        <table className="hits" id="hits" aria-label={find.results}>
          <Columns of={COLUMNS} />
          <tbody>
            {hits.map((hit, at) => (
              <Fragment key={hit.accountNumber}>
                {at === firstOther ? (
                  <tr className="group">
                    <th colSpan={5} scope="rowgroup">
                      {find.other}
                    </th>
                  </tr>
                ) : null}
                <HitRow
                  hit={hit}
                  at={at}
                  words={text}
                  chosen={at === place}
                  onPick={() => send({ did: 'movedHit', to: at })}
                />
              </Fragment>
            ))}
          </tbody>
        </table>
      </Room>
      {hits.length === 0 && search.answered ? <p className="pad muted">{find.none}</p> : null}
      <span className="push" />
      <p className="pad faint">{find.note}</p>
    </>
  );
}

type HitRowProps = { hit: AccountHit; at: number; words: string; chosen: boolean; onPick: () => void };

function HitRow({ hit, at, words, chosen, onPick }: HitRowProps) {
  const isElsewhere = hit.foundIn === 'phone' || hit.foundIn === 'parcel';
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
        {isElsewhere ? (
          <>
            {find.in[hit.foundIn]} <Marked text={hit.foundText} words={words} />
          </>
        ) : (
          marked('address', hit.serviceAddress)
        )}
      </td>
      <td className="nowrap">{marked('account', hit.accountNumber)}</td>
      <td className="nowrap">
        <small>{flagWords(hit)}</small>
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

function keepInView(row: HTMLTableRowElement | null) {
  row?.scrollIntoView?.({ block: 'nearest' });
}
