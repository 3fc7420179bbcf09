import type { BusinessDay } from '#domain/businessDay';
import { amount, mediumDay, weekday } from '../../format.ts';
import { day as words } from '../../messages/day.ts';
import { type Day, hiddenDrawers } from './dayForm.ts';

/** Which day it is, how whole it is, and the loud number: what was received as far as that may be told. */
export function DayHead({ seen, asked }: { seen: Day | undefined; asked: BusinessDay }) {
  const shown = seen?.day ?? asked;
  return (
    <div className="day-head">
      <div>
        <h1>
          {words.title} <span className="muted">{`${weekday(shown)}, ${mediumDay(shown)}`}</span>
        </h1>
        <p className="muted">{seen ? words.stations(seen.stations.enrolled, seen.stations.silent) : ''}</p>
      </div>
      <div className="received">
        <p className="loud">{seen ? amount(seen.totals.takenCents) : ''}</p>
        <p className="muted">{seen ? receivedWords(seen) : ''}</p>
      </div>
    </div>
  );
}

function receivedWords(seen: Day): string {
  const hidden = hiddenDrawers(seen).map(({ drawer }) => drawer);
  return hidden.length === 0 ? words.received : words.without(hidden.join(', '), hidden.length > 1);
}
