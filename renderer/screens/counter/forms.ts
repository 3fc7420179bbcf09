import type { Rounding } from '#domain/settlement';
import { blankForm, type CounterAction, type CounterForm, counterReducer } from './counterForm.ts';

/** A payment that outlives its screen: one looks up a receipt, or locks the station, and goes on with it. */
export type FormStore = {
  read(): CounterForm;
  send(action: CounterAction): void;
  watch(changed: () => void): () => void;
};

/** One payment begun for each drawer. They live as long as the page, and nowhere else. */
export type Forms = { of(drawer: string): FormStore };

/** @param cashRounding the district's setting, as far as it is known */
export function createForms(newId: () => string, cashRounding: () => Rounding): Forms {
  const stores = new Map<string, FormStore>();
  return {
    of(drawer) {
      const known = stores.get(drawer);
      if (known) return known;
      const made = createFormStore(blankForm(newId()), cashRounding);
      stores.set(drawer, made);
      return made;
    },
  };
}

function createFormStore(first: CounterForm, cashRounding: () => Rounding): FormStore {
  let form = first;
  const atPresent = (one: CounterForm) =>
    one.cashRounding === cashRounding() ? one : { ...one, cashRounding: cashRounding() };
  const watchers = new Set<() => void>();
  return {
    read: () => form,
    send(action) {
      form = atPresent(counterReducer(atPresent(form), action));
      for (const changed of watchers) changed();
    },
    watch(changed) {
      watchers.add(changed);
      return () => {
        watchers.delete(changed);
      };
    },
  };
}
