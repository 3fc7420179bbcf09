import type { AccountHit } from '#contract/shapes';
import { counter } from '../../../messages/counter.ts';
import { find } from '../../../messages/find.ts';
import { sentenceUnder } from '../../../refusal.ts';
import { Field } from '../../../ui/Field.tsx';
import { Keys } from '../../../ui/Keys.tsx';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import type { Search } from './useSearch.ts';

type SearchFieldProps = { form: CounterForm; send: Send; search: Search };

/** One field for a scanner's line, an account number, or a name as one types. */
export function SearchField({ form, send, search }: SearchFieldProps) {
  const { finding, hits, found, place } = search;
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
            {search.answered || found > 0 ? <Count hits={hits} items={found - hits.length} /> : null}
            {found > 1 ? <Keys keys="↑ ↓" /> : null}
          </>
        ) : (
          <Keys keys="/" />
        )
      }
      onText={(text) => send({ did: 'searched', text })}
      onArrow={(by) => send({ did: 'movedHit', to: Math.min(found - 1, place + by) })}
      onEnter={() => void search.add()}
    />
  );
}

/** How many were found as they were typed, and how many are only alike. */
function Count({ hits, items }: { hits: readonly AccountHit[]; items: number }) {
  const alike = hits.filter((hit) => hit.alike !== null).length;
  return (
    <span className="unbroken">
      {find.matches(hits.length - alike + items)}
      {alike > 0 ? `, ${find.alike(alike)}` : ''}
    </span>
  );
}
