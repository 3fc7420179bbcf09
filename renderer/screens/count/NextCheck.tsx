import type { Dispatch } from 'react';
import { drawer } from '../../messages/drawer.ts';
import { AmountCell } from '../../ui/AmountCell.tsx';
import type { CountAction, CountForm } from './countForm.ts';

type NextProps = { form: CountForm; send: Dispatch<CountAction> };

/** The next check of the first pass: its number, then its amount. */
export function NextFirst({ form, send }: NextProps) {
  const words = drawer.count;
  return (
    <div className="next-check">
      <span className="muted">{form.first.length + 1}</span>
      <input
        className="cell amount number"
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={15}
        placeholder={words.number}
        aria-label={words.numberOf}
        data-focus="pass-1-number"
        value={form.entry.checkNumber}
        onChange={(event) => send({ did: 'typedEntry', field: 'checkNumber', text: event.target.value })}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.ctrlKey || event.repeat) return;
          event.preventDefault();
          send({ did: 'enteredNumber' });
        }}
      />
      <AmountCell
        label={words.amountOf(1)}
        focusName="pass-1"
        text={form.entry.first}
        onText={(text) => send({ did: 'typedEntry', field: 'first', text })}
        onEnter={() => send({ did: 'enteredCheck', pass: 1 })}
      />
    </div>
  );
}

/** The next amount of the second pass. */
export function NextSecond({ form, send }: NextProps) {
  return (
    <div className="next-check">
      <span className="muted">{form.second.length + 1}</span>
      <AmountCell
        label={drawer.count.amountOf(2)}
        focusName="pass-2"
        text={form.entry.second}
        onText={(text) => send({ did: 'typedEntry', field: 'second', text })}
        onEnter={() => send({ did: 'enteredCheck', pass: 2 })}
      />
    </div>
  );
}
