import { type Dispatch, useId } from 'react';
import { making as words } from '../../messages/deposits.ts';
import { type Placed as PlacedTrouble, sentenceUnder } from '../../refusal.ts';
import { Field } from '../../ui/Field.tsx';
import type { TicksAction } from './makeDepositForm.ts';
import { PaperList } from './PaperList.tsx';
import { inHand, type Placed, type Ticks } from './ticks.ts';

type TickOffProps = {
  papers: readonly Placed[];
  ticks: Ticks;
  trouble: PlacedTrouble | null;
  send: Dispatch<TicksAction>;
  /** What is to be known about the papers before they are looked for. */
  note?: string | null;
};

/** Every check and money order, ticked off as it goes through the hand: by its number, its amount, or the arrows. */
export function TickOff({ papers, ticks, trouble, send, note = null }: TickOffProps) {
  const id = useId();
  const at = inHand(ticks, papers)?.place;
  const there = new Set(ticks.ticked);
  const ticked = papers.filter(({ place }) => there.has(place)).length;
  if (papers.length === 0 && note === null) return <p className="pad muted">{words.noPapers}</p>;
  return (
    <div className="tick-off">
      <Field
        label={words.look}
        focusName="papers"
        className="amount"
        inputMode="decimal"
        maxLength={40}
        role="combobox"
        controls={id}
        activeDescendant={at === undefined ? undefined : `${id}-${at}`}
        placeholder={words.lookHint}
        value={ticks.look}
        wrong={sentenceUnder(trouble, 'papers')}
        onText={(text) => send({ did: 'typedLook', text })}
        onEnter={() => send({ did: 'acceptedLook' })}
        onArrow={(by) => send({ did: 'movedPaper', by })}
      />
      {note === null ? null : <p className="pad">{note}</p>}
      <PaperList
        label={words.papers}
        papers={papers}
        ticked={ticks.ticked}
        at={at}
        onPick={(place) => send({ did: 'tickedPaper', place })}
        id={id}
      />
      <p className="row muted">
        <span>{words.ticked(ticked, papers.length)}</span>
      </p>
    </div>
  );
}
