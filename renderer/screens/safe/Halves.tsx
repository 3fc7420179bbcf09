import type { Handoff } from '#contract/custodyCalls';
import { cents, formatSigned } from '#domain/money';
import { safe } from '../../messages/safe.ts';
import { Mark } from '../../ui/Mark.tsx';

/** "agree ✓", "−20.00 short", "+5.00 over": what was received less what was given. The word is always there. */
export function Halves({ differenceCents }: { differenceCents: number }) {
  if (differenceCents === 0)
    return (
      <span className="with-mark">
        {safe.agree} <Mark name="tick" className="good" />
      </span>
    );
  const tone = differenceCents > 0 ? 'over' : 'short';
  return (
    <span className={tone}>
      <b>{formatSigned(cents(differenceCents))}</b> {safe[tone]}
    </span>
  );
}

type Counts = Pick<Handoff, 'givenCents' | 'countedCents' | 'returnedCents'>;

/** Received less given; null until both have counted. */
export function differenceOf({ givenCents, countedCents, returnedCents }: Counts): number | null {
  if (givenCents === null || (countedCents === null && returnedCents === null)) return null;
  return (countedCents ?? 0) + (returnedCents ?? 0) - givenCents;
}
