import { type Dispatch, type ReactNode, useId } from 'react';
import { piles } from '../../messages/piles.ts';
import { AmountCell } from '../../ui/AmountCell.tsx';
import { Wrong } from '../../ui/Field.tsx';
import { type CountAction, pilePlace } from './countForm.ts';
import { type Pile, type PileKind, wrongLeft } from './pile.ts';

type NextProps = { kind: PileKind; pile: Pile; send: Dispatch<CountAction> };

/** The next paper of the first pass: its number, then its amount. */
export function NextFirst({ kind, pile, send }: NextProps) {
  return (
    <NextPaper kind={kind} pile={pile} send={send} pass={1}>
      <NumberCell kind={kind} pile={pile} send={send} />
    </NextPaper>
  );
}

/** The next amount of the second pass. */
export function NextSecond(props: NextProps) {
  return <NextPaper {...props} pass={2} />;
}

const AMOUNTS = { 1: 'first', 2: 'second' } as const;

/** The row that is typed in, and under it what is wrong with the amount once the hand was taken off it. */
function NextPaper({ kind, pile, send, pass, children }: NextProps & { pass: 1 | 2; children?: ReactNode }) {
  const id = useId();
  const field = AMOUNTS[pass];
  const wrong = wrongLeft(pile, field);
  return (
    <>
      <div className="next-check">
        <span className="muted">{pile[field].length + 1}</span>
        {children}
        <AmountCell
          label={piles.kinds[kind].amountOf(pass)}
          focusName={pilePlace(kind, field)}
          text={pile.entry[field]}
          wrong={wrong !== null}
          wrongId={wrong ? id : undefined}
          onText={(text) => send({ did: 'typedEntry', pile: kind, field, text })}
          onEnter={() => send({ did: 'enteredAmount', pile: kind, pass })}
          onLeft={() => send({ did: 'leftAmount', pile: kind, field })}
        />
      </div>
      {wrong ? <Wrong id={id} sentence={wrong} /> : null}
    </>
  );
}

function NumberCell({ kind, pile, send }: NextProps) {
  const words = piles.kinds[kind];
  return (
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
  );
}
