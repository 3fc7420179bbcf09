import type { Output } from '#contract/contract';
import type { Handoff } from '#contract/custodyCalls';
import { amount, clockOrDay, shortName } from '../../format.ts';
import { useStation } from '../../frame/station.ts';
import { safe as words } from '../../messages/safe.ts';
import { Headline } from '../../ui/Headline.tsx';
import { Keys } from '../../ui/Keys.tsx';
import { PrimaryButton } from '../../ui/PrimaryButton.tsx';
import { differenceOf, Halves } from './Halves.tsx';
import type { SafeDeeds } from './Safe.tsx';
import { deedFor } from './safeForm.ts';
import { StateOf } from './TransitTable.tsx';

type SafeSideProps = {
  safe: Output<'safe'> | undefined;
  shown: Handoff | undefined;
  deeds: SafeDeeds;
  /** The ledger does not show the safe: whatever is pressed says so. */
  isAway: boolean;
};

/** What can be done at the safe whatever is in transit, and by which key. */
const DEEDS = [
  ['fund', 'F2'],
  ['float', 'F3'],
  ['order', 'F4'],
  ['receive', 'F7'],
  ['count', 'F6'],
  ['settleCount', 'F6'],
  ['back', 'F8'],
] as const;

/** The one loud number, the handoff that is chosen, and what can be done. */
export function SafeSide({ safe, shown, deeds, isAway }: SafeSideProps) {
  const { fund, main } = deeds;
  return (
    <section className="side" aria-label={words.books}>
      {safe ? <InTheBooks safe={safe} /> : null}
      {shown ? <Shown of={shown} /> : null}
      <span className="push" />
      {safe && !fund ? <p className="pad muted">{words.looksOnly}</p> : null}
      {isAway && fund ? <p className="pad muted">{words.noneAway}</p> : null}
      <div className="deeds">
        {DEEDS.map(([deed, keys]) => {
          const run = deeds[deed];
          return run ? (
            <button key={deed} type="button" className="bare" aria-disabled={isAway || undefined} onClick={run}>
              {words.deeds[deed]} <Keys keys={keys} />
            </button>
          ) : null;
        })}
      </div>
      {shown && main ? (
        <div className="foot">
          <PrimaryButton label={mainWords(shown)} keys="Ctrl+Enter" onPress={main} />
        </div>
      ) : null}
    </section>
  );
}

/** What must lie in the safe, part by part; and how large the change fund is, of which some may be out. */
function InTheBooks({ safe }: { safe: Output<'safe'> }) {
  const { safeCents, notCounted, counting, undepositedCents, readyCents, changeFundCents } = safe;
  const all = safeCents === null ? null : safeCents + undepositedCents + readyCents;
  return (
    <>
      <Headline head={words.books}>{all === null ? words.hidden : amount(all)}</Headline>
      {notCounted > 0 ? <p className="pad muted">{words.notCounted(notCounted)}</p> : null}
      {counting ? <p className="pad muted">{words.counting[counting.state](counting.count)}</p> : null}
      <Held name={words.held.change} cents={safeCents} />
      <Held name={words.held.undeposited} cents={undepositedCents} />
      <Held name={words.held.ready} cents={readyCents} />
      <hr />
      <Held name={words.fund} cents={changeFundCents} />
      <hr className="strong" />
    </>
  );
}

function Held({ name, cents }: { name: string; cents: number | null }) {
  return (
    <div className="row">
      <span className="muted">{name}</span>
      <span className="num">{cents === null ? words.hidden : amount(cents)}</span>
    </div>
  );
}

function mainWords(shown: Handoff): string {
  return deedFor(shown) === 'settle' ? words.settle(shown.handoff) : words.count(shown.drawer ?? '');
}

function Shown({ of }: { of: Handoff }) {
  const { zone, now } = useStation();
  const difference = differenceOf(of);
  return (
    <>
      <div className="row">
        <h2>
          {words.what[of.what]} <span className="muted">{of.handoff}</span>
        </h2>
        <StateOf of={of} />
      </div>
      <div className="row muted">
        <span>{of.personName}</span>
        <span className="num">{clockOrDay(of.at, zone, now)}</span>
      </div>
      {difference === null ? (
        <p className="pad muted">{of.drawer === null ? words.takes : words.blind}</p>
      ) : (
        <BothCounts of={of} />
      )}
    </>
  );
}

/** Where both took it, whose count is which is said. */
function countedBy({ returnedCents, drawer }: Handoff): string {
  return returnedCents === null || drawer === null ? words.counted : words.takenBy(drawer);
}

/** What one gave beside what the other counted, once both are there. */
export function BothCounts({ of }: { of: Handoff }) {
  return (
    <>
      <div className="row">
        <span className="muted">{words.given}</span>
        <span className="num">{amount(of.givenCents ?? 0)}</span>
      </div>
      {of.returnedCents === null ? null : (
        <Held name={words.returned(shortName(of.returnedByName ?? ''))} cents={of.returnedCents} />
      )}
      {of.countedCents === null ? null : <Held name={countedBy(of)} cents={of.countedCents} />}
      <div className="row">
        <span className="muted">{words.difference}</span>
        <Halves differenceCents={differenceOf(of) ?? 0} />
      </div>
    </>
  );
}
