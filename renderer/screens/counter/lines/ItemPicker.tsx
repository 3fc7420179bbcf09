import { useState } from 'react';
import { items } from '../../../messages/lines.ts';
import { Choices } from '../../../ui/Choices.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import type { Send } from '../useCounter.ts';
import type { OfferedType } from './feeLine.ts';
import { priceOffered, typesFound } from './typesFound.ts';

type ItemPickerProps = { types: readonly OfferedType[]; send: Send };

/** What the next line can be for: taken by its digit, or found by typing. */
export function ItemPicker({ types, send }: ItemPickerProps) {
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const offered = typesFound(types, text);
  const chosen = Math.min(at, offered.length - 1);
  const take = (type: OfferedType | undefined) => type && send({ did: 'addedItem', type });
  const typed = (wanted: string) => {
    const digit = /^[1-9]$/.test(wanted.slice(-1)) ? offered[Number(wanted.slice(-1)) - 1] : undefined;
    setAt(0);
    if (digit) take(digit);
    else setText(wanted);
  };
  return (
    <Dialog title={items.title} onClose={() => send({ did: 'keptTyping' })}>
      <Field
        label={items.field}
        focusName="item"
        role="combobox"
        controls="items"
        activeDescendant={offered.length > 0 ? `items-${chosen}` : undefined}
        placeholder={items.hint}
        maxLength={80}
        value={text}
        onText={typed}
        onArrow={(by) => setAt(Math.max(0, Math.min(offered.length - 1, chosen + by)))}
        onEnter={() => take(offered[chosen])}
      />
      <Choices
        id="items"
        label={items.list}
        choices={offered.map(rowOf)}
        chosen={chosen}
        onPick={(code) => take(offered.find((type) => type.code === code))}
      />
      {offered.length === 0 ? <p className="pad muted">{items.none}</p> : null}
    </Dialog>
  );
}

function rowOf(type: OfferedType, place: number) {
  const name = (
    <>
      {place < 9 ? <kbd>{place + 1}</kbd> : null} {type.name}
    </>
  );
  return { key: type.code, name, detail: priceOffered(type) };
}
