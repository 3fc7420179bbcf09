import { Fragment } from 'react';
import { items } from '../../../messages/lines.ts';
import { useQuery } from '../../../page.ts';
import { PrimaryButton } from '../../../ui/PrimaryButton.tsx';
import type { OfferedType } from '../lines/feeLine.ts';
import { priceOffered } from '../lines/typesFound.ts';

/** The chosen item: what it costs, what it asks for and where its money goes. */
export function FoundType({ type, onAdd }: { type: OfferedType; onAdd: () => void }) {
  return (
    <section className="side" aria-label={type.name}>
      <div className="found-head">
        <h1>{type.name}</h1>
        <p className="second num">{priceOffered(type)}</p>
      </div>
      <Asked type={type} />
      <Places type={type} />
      {type.prints === 'permit' ? <p className="pad muted">{items.permit}</p> : null}
      <span className="push" />
      <div className="foot">
        <PrimaryButton label={items.add(type.name)} keys="Enter" onPress={onAdd} />
      </div>
    </section>
  );
}

function Asked({ type }: { type: OfferedType }) {
  if (type.fields.length === 0) return null;
  return (
    <dl className="facts">
      {type.fields.map((field, at) => (
        <Fragment key={field.name}>
          <dt>{at === 0 ? items.asks : ''}</dt>
          <dd>
            {field.name} {field.required ? null : <small className="muted">{items.optional}</small>}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Places({ type }: { type: OfferedType }) {
  const chart = useQuery('chart', {}).value?.accounts ?? [];
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">{items.goes}</th>
          <th scope="col" className="n">
            {items.code}
          </th>
        </tr>
      </thead>
      <tbody>
        {(type.distribution ?? []).map(({ fund, bars, percent }) => (
          <tr key={`${fund} ${bars}`}>
            <td>
              {chart.find((place) => place.fund === fund && place.bars === bars)?.name}{' '}
              {percent < 100 ? <small>{items.percent(percent)}</small> : null}
            </td>
            <td className="n">
              {fund} · {bars}
            </td>
          </tr>
        ))}
        {type.distribution === null ? (
          <tr>
            <td colSpan={2}>{items.chosen}</td>
          </tr>
        ) : null}
      </tbody>
    </table>
  );
}
