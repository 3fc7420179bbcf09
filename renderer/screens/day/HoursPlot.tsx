import { Bar, CartesianGrid, ComposedChart, LabelList, Line, Scatter, XAxis, YAxis } from 'recharts';
import { day as words } from '../../messages/day.ts';
import { useRoom } from '../../ui/useRoom.ts';
import type { Day } from './dayForm.ts';

type HoursPlotProps = { hours: Day['hours']; day: string };

/** Counter receipts by the hour as bars, the usual day of that name as a stroke across each. The table beside it says the same. */
export function HoursPlot({ hours, day }: HoursPlotProps) {
  const [watch, { width, height }] = useRoom();
  const { plot } = words;
  const receipts = hours.reduce((total, hour) => total + hour.receipts, 0);
  const hasUsual = hours.some(({ usual }) => usual !== null);
  return (
    <section className="plot" aria-label={plot.title(receipts)}>
      <div className="row">
        <h2>{plot.title(receipts)}</h2>
        <span className="legend">
          <i className="bar-key" /> {plot.today}
          {hasUsual ? (
            <>
              <i className="stroke-key" /> {plot.usual(day)}
            </>
          ) : null}
        </span>
      </div>
      <div ref={watch} className="plot-room" aria-hidden="true">
        {hours.length === 0 ? <p className="pad muted">{plot.none}</p> : null}
        {hours.length > 0 && width > 0 ? (
          <Chart hours={hours} hasUsual={hasUsual} width={width} height={height} />
        ) : null}
      </div>
      <HoursTable hours={hours} />
    </section>
  );
}

type ChartProps = { hours: Day['hours']; hasUsual: boolean; width: number; height: number };

function Chart({ hours, hasUsual, width, height }: ChartProps) {
  const data = hours.map((hour) => ({
    ...hour,
    at: words.plot.hour(hour.hour),
    // Its number stands above both, where neither is written through.
    top: Math.max(hour.receipts, hour.usual ?? 0),
  }));
  return (
    <ComposedChart
      width={width}
      height={height}
      data={data}
      accessibilityLayer={false}
      margin={{ top: 24, right: 0, bottom: 0, left: 0 }}
    >
      <CartesianGrid vertical={false} />
      <XAxis dataKey="at" tickLine={false} interval={0} />
      <YAxis allowDecimals={false} axisLine={false} tickLine={false} width={36} />
      <Bar dataKey="receipts" isAnimationActive={false} maxBarSize={40} radius={[2, 2, 0, 0]} />
      {hasUsual ? <Scatter dataKey="usual" shape={Stroke} isAnimationActive={false} /> : null}
      <Line dataKey="top" stroke="none" dot={NoDot} isAnimationActive={false}>
        <LabelList dataKey="receipts" position="top" />
      </Line>
    </ComposedChart>
  );
}

/** Told that there are no dots, it draws one all the same where a single hour stands alone. */
function NoDot() {
  return <g />;
}

/** The usual day: a stroke a little wider than a bar. */
function Stroke({ cx, cy }: { cx?: number | undefined; cy?: number | undefined }) {
  return <rect className="usual" x={(cx ?? 0) - 25} y={(cy ?? 0) - 1} width={50} height={2} />;
}

/** What the plot shows, for whoever does not see it. */
function HoursTable({ hours }: { hours: Day['hours'] }) {
  const { columns, hour: named } = words.plot;
  return (
    <table className="unseen">
      <thead>
        <tr>
          {Object.values(columns).map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {hours.map(({ hour, receipts, usual }) => (
          <tr key={hour}>
            <th scope="row">{named(hour)}</th>
            <td>{receipts}</td>
            <td>{usual === null ? '' : usual.toFixed(1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
