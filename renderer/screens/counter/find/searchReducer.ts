import type { CounterForm } from '../counterForm.ts';

export type SearchAction = { did: 'searched'; text: string } | { did: 'movedHit'; to: number };

/** What is looked for, and which of those found is chosen. */
export function searchReducer(form: CounterForm, action: SearchAction): CounterForm {
  switch (action.did) {
    case 'searched':
      return { ...form, search: action.text, hit: 0, trouble: null };
    case 'movedHit':
      return { ...form, hit: Math.max(0, action.to) };
  }
}
