import { durationWords } from '#domain/duration';
import { amount, clock, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { day as words } from '../../messages/day.ts';
import { deposits as ofDeposits } from '../../messages/deposits.ts';
import { say } from '../../messages/en.ts';
import { Keys } from '../../ui/Keys.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { type Day, mixOf } from './dayForm.ts';
import type { useOpening } from './useOpening.ts';

type Opens = ReturnType<typeof useOpening>;
type DaySideProps = { seen: Day | undefined; opens: Opens };

/** What waits for who looks, deposits with their time, what the day was paid with, and the next thing to do. */
export function DaySide({ seen, opens }: DaySideProps) {
  const { station } = useStation();
  const first = seen?.waiting[0];
  const looksOnly = station.person?.role === 'auditor';
  return (
    <section className="side day-side" aria-label={words.waiting.title}>
      {seen ? (
        <>
          {looksOnly ? null : <WaitingList waiting={seen.waiting} opens={opens} />}
          <Deposits seen={seen} />
          <Mix seen={seen} />
        </>
      ) : null}
      <span className="push" />
      <div className="foot">
        {looksOnly ? (
          <p className="pad muted">{words.waiting.looksOnly}</p>
        ) : (
          <PrimaryButton
            label={first ? buttonOf(first) : words.waiting.none}
            keys="Ctrl+Enter"
            why={first ? null : words.waiting.none}
            onPress={() => first && opens.waiting(first)}
          />
        )}
      </div>
    </section>
  );
}

function buttonOf({ what, label, cents }: Day['waiting'][number]): string {
  return what === 'approve'
    ? words.waiting.button.approve(label, cents === null ? null : amount(cents))
    : words.waiting.button[what](label);
}

function WaitingList({ waiting, opens }: { waiting: Day['waiting']; opens: Opens }) {
  const { now, zone } = useStation();
  return (
    <div>
      <div className="row">
        <h2>{words.waiting.title}</h2>
        <span className="muted">{words.waiting.number(waiting.length)}</span>
      </div>
      <ol className="day-waiting">
        {waiting.map((row, place) => (
          <li key={`${row.what} ${row.label}`}>
            <button type="button" className="bare-row" onClick={() => opens.waiting(row)}>
              {place < 9 ? <Keys keys={String(place + 1)} /> : <span />}
              <span>
                {words.waiting.what[row.what](row.label)}
                <small>
                  {shortName(row.personName)}, {clockOrDay(row.at, zone, now)}
                </small>
              </span>
              <span className="num">{row.cents === null ? '' : amount(row.cents)}</span>
            </button>
          </li>
        ))}
      </ol>
    </div>
  );
}

function Deposits({ seen }: { seen: Day }) {
  const { now, zone } = useStation();
  const { deposits, lateThisMonth, lateBatches } = seen;
  const none = lateThisMonth === null ? words.deposits.noneOfDay : words.deposits.none;
  return (
    <div>
      <div className="row">
        <h2>{words.deposits.title}</h2>
        <span className="muted">{lateThisMonth ? words.deposits.late(lateThisMonth) : ''}</span>
      </div>
      {deposits.length === 0 ? <p className="pad muted">{lateBatches ? words.deposits.noBag : none}</p> : null}
      {lateBatches ? (
        <p className="pad warned">
          {words.deposits.lateBatches(lateBatches.batches, durationWords(now - lateBatches.dueAt))}
        </p>
      ) : null}
      <table className="day-deposits">
        <tbody>
          {deposits.map((row) => (
            <tr key={row.deposit}>
              <td className="nowrap">
                {row.deposit}
                <small>{standing(row, now, zone)}</small>
              </td>
              <td className="n">
                <Time row={row} now={now} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How far it has come, and how late it is, or when it left or must leave. */
function standing(row: Day['deposits'][number], now: number, zone: string): string {
  const { state, dueAt, handedAt, isLate } = row;
  const far = ofDeposits.state[state];
  if (isLate) return words.deposits.over(far, durationWords((handedAt ?? now) - dueAt));
  if (state === 'confirmed') return far;
  if (handedAt !== null) return words.deposits.gone(far, clockOrDay(handedAt, zone, now));
  return words.deposits.due(far, clockOrDay(dueAt, zone, now) || clock(dueAt, zone));
}

function Time({ row, now }: { row: Day['deposits'][number]; now: number }) {
  if (!row.isLate && row.handedAt !== null) return <span className="muted">{words.deposits.inTime}</span>;
  if (!row.isLate) return <b>{words.deposits.left(durationWords(row.dueAt - now))}</b>;
  if (row.lateReason) return <span className="muted why-late">{row.lateReason.words ?? words.deposits.redacted}</span>;
  return (
    <span className="pill" data-tone="warn">
      {words.deposits.noReason}
    </span>
  );
}

/** What the day was paid with: a bar, and under it each share in words. */
function Mix({ seen }: { seen: Day }) {
  const mix = mixOf(seen);
  if (mix.length === 0) return null;
  return (
    <div>
      <h2>{words.mix}</h2>
      <div className="mix" aria-hidden="true">
        {mix.map(({ tender, share }) => (
          <span key={tender} data-tender={tender} style={{ flexGrow: share }} />
        ))}
      </div>
      <table>
        <tbody>
          {mix.map(({ tender, cents, share }) => (
            <tr key={tender}>
              <td>
                <i className="mix-key" data-tender={tender} /> {say.tender[tender]}
              </td>
              <td className="n muted">{words.percent(share)}</td>
              <td className="n">{amount(cents)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
