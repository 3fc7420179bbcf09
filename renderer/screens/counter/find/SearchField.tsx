import { counter, find } from '../../../messages/counter.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Field } from '../../../ui/Field.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import type { Search } from './useSearch.ts';

type SearchFieldProps = { form: CounterForm; send: Send; search: Search };

/** One field for a scanner's line, an account number, or a name as one types. */
export function SearchField({ form, send, search }: SearchFieldProps) {
  const { finding, hits, place } = search;
  return (
    <Field
      label={finding ? find.label : counter.addItem}
      focusName="search"
      scan="here"
      role="combobox"
      {...(finding ? { controls: 'hits' } : {})}
      activeDescendant={finding && place >= 0 ? `hit-${place}` : undefined}
      maxLength={100}
      placeholder={counter.addHint}
      value={form.search}
      wrong={search.wrong ?? sentenceUnder(form.trouble, 'search')}
      hintAfter={
        finding ? (
          <>
            {search.answered || hits.length > 0 ? find.matches(hits.length) : ''}
            <Keys keys="↑ ↓" />
          </>
        ) : (
          <Keys keys="/" />
        )
      }
      onText={(text) => send({ did: 'searched', text })}
      onArrow={(by) => send({ did: 'movedHit', to: Math.min(hits.length - 1, place + by) })}
      onEnter={() => void search.add()}
    />
  );
}
