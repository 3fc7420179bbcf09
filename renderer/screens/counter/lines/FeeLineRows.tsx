import { amount } from '../../../format.ts';
import { items } from '../../../messages/lines.ts';
import { useQuery } from '../../../page.ts';
import { FeeFields } from './FeeFields.tsx';
import { type FeeLine, feeShares, priceWords, toldOf } from './feeLine.ts';
import { ItemRow } from './ItemRow.tsx';
import type { LineProps } from './Lines.tsx';

/** A permit, fee, deposit or miscellaneous receipt: what was told, how the price is made, and where the money goes. */
export function FeeLineRows(props: LineProps<FeeLine>) {
  const { line } = props;
  return (
    <tbody>
      <ItemRow
        {...props}
        name={line.type.name}
        told={[...toldOf(line), priceWords(line)].filter(Boolean)}
        account={line.account?.accountNumber ?? ''}
      >
        <FeeFields {...props} />
      </ItemRow>
      <Shares line={line} />
    </tbody>
  );
}

/** The amount over funds and BARS codes, by the very rule that will post it. */
function Shares({ line }: { line: FeeLine }) {
  const chart = useQuery('chart', {}).value?.accounts ?? [];
  const shares = feeShares(line);
  const percents = line.type.distribution ?? [];
  return shares.map(({ fund, bars, cents }) => {
    const percent = percents.find((part) => part.fund === fund && part.bars === bars)?.percent ?? 100;
    return (
      <tr key={`${fund} ${bars}`} className="charge-line">
        <td />
        <td colSpan={2}>
          {chart.find((place) => place.fund === fund && place.bars === bars)?.name}{' '}
          {percent < 100 ? <small>{items.percent(percent)}</small> : null}
        </td>
        <td className="nowrap">
          <small className="gl-code">
            {fund} · {bars}
          </small>
        </td>
        <td className="n">{amount(cents)}</td>
      </tr>
    );
  });
}
