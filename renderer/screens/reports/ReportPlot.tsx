import { Bar, BarChart, CartesianGrid, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { cents, formatAmount } from '#domain/money';
import { reports as words } from '../../messages/reports.ts';
import { axisOf, type Bar as Drawn, shortNames } from './cells.ts';

const HEIGHT_PX = 168;
const TICK = { fill: 'var(--muted)' };

type ReportPlotProps = { title: string; bars: readonly Drawn[]; isMoney: boolean };

/** What one rather looks at. It tells nothing that the table does not; a bar under the line is below zero. */
export function ReportPlot({ title, bars, isMoney }: ReportPlotProps) {
  const isSigned = bars.some(({ value }) => value < 0);
  const axis = axisOf(bars.map(({ value }) => value));
  const names = shortNames(bars.map(({ name }) => name));
  return (
    <div className="report-plot" data-signed={isSigned ? '' : undefined} role="img" aria-label={words.plot(title)}>
      <p className="plot-title" aria-hidden="true">
        {title}
        {isSigned ? <small> {words.under}</small> : null}
      </p>
      <ResponsiveContainer width="100%" height={HEIGHT_PX}>
        <BarChart
          data={bars.map((bar, place) => ({ ...bar, name: names[place] }))}
          margin={{ top: 16, right: 8, bottom: 0, left: 8 }}
          accessibilityLayer={false}
          barCategoryGap="20%"
        >
          <CartesianGrid vertical={false} />
          <XAxis
            dataKey="name"
            tickLine={false}
            axisLine={!isSigned}
            tick={TICK}
            interval="preserveStartEnd"
            minTickGap={6}
          />
          <YAxis
            {...axis}
            {...{ width: isMoney ? 88 : 48, interval: 0, tick: TICK, tickLine: false, axisLine: false }}
            tickFormatter={(value: number) => (isMoney ? formatAmount(cents(value)) : String(value))}
          />
          <ReferenceLine y={0} />
          <Bar dataKey="value" isAnimationActive={false} maxBarSize={56} shape={DrawnBar} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

type Shape = {
  x?: number | undefined;
  y?: number | undefined;
  width?: number | undefined;
  height?: number | undefined;
  value?: unknown;
};

/** One bar: below zero it hangs from the line, and is drawn with an edge instead of filled. */
function DrawnBar({ x = 0, y = 0, width = 0, height = 0, value }: Shape) {
  const below = height < 0 || (typeof value === 'number' && value < 0);
  const top = height < 0 ? y + height : y;
  return <rect x={x} y={top} width={width} height={Math.abs(height)} className={below ? 'bar below' : 'bar'} />;
}
