import type { Dispatch } from 'react';
import { piles } from '../../messages/piles.ts';
import { AmountCell } from '../../ui/AmountCell.tsx';
import { type CountAction, pilePlace } from './countForm.ts';
import type { Pile, PileKind } from './pile.ts';

type NextProps = { kind: PileKind; pile: Pile; send: Dispatch<CountAction> };

/** The next paper of the first pass: its number, then its amount. */
export function NextFirst({ kind, pile, send }: NextProps) {
  const words = piles.kinds[kind];
  return (
    <div className="next-check">
      <span className="muted">{pile.first.length + 1}</span>
      <input
        className="cell amount number"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={15}
        placeholder={words.number}
        aria-label={words.numberOf}
        data-focus={pilePlace(kind, 'number')}
        value={pile.entry.number}
        onChange={(event) => send({ did: 'typedEntry', pile: kind, field: 'number', text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.repeat) return;
          event.preventDefault();
          send({ did: 'enteredNumber', pile: kind });
        }}
      />
      <AmountCell
        label={words.amountOf(1)}
        focusName={pilePlace(kind, 'first')}
        text={pile.entry.first}
        onText={(text) => send({ did: 'typedEntry', pile: kind, field: 'first', text })}
        onEnter={() => send({ did: 'enteredAmount', pile: kind, pass: 1 })}
      />
    </div>
  );
}

/** The next amount of the second pass. */
export function NextSecond({ kind, pile, send }: NextProps) {
  return (
    <div className="next-check">
      <span className="muted">{pile.second.length + 1}</span>
      <AmountCell
        label={piles.kinds[kind].amountOf(2)}
        focusName={pilePlace(kind, 'second')}
        text={pile.entry.second}
        onText={(text) => send({ did: 'typedEntry', pile: kind, field: 'second', text })}
        onEnter={() => send({ did: 'enteredAmount', pile: kind, pass: 2 })}
      />
    </div>
  );
}
