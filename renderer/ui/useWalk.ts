import { type FocusEvent, type KeyboardEvent, useRef, useState } from 'react';
import type { Actions } from '../keymap.ts';

/** What opens: a number of a document, in running text or in a row. */
const DOCUMENTS = 'button.bare';

export type Walk = ReturnType<typeof useWalk>;

/**
 * Documents that stand beside a list: Enter goes in to them, the arrows from one to the next, Enter opens the one in hand.
 * `panel`: what each panel of them takes over. `into`: the one that `enter` goes in to. `isAway`: whether the hand is in
 * none of them. `keys`: what the keys say meanwhile.
 */
export function useWalk() {
  const into = useRef<HTMLElement>(null);
  const [hand, setHand] = useState<'away' | 'beside' | 'document'>('away');
  const isAway = hand === 'away';
  const keys: Actions = {
    intoDocuments: isAway ? undefined : false,
    document: isAway ? false : undefined,
    openDocument: hand === 'document' ? undefined : false,
  };
  const panel = {
    onFocus: ({ target }: FocusEvent) => setHand(target.matches(DOCUMENTS) ? 'document' : 'beside'),
    onBlur: () => setHand('away'),
    onKeyDown: walk,
  };
  return { into, panel, isAway, keys, enter: () => into.current?.querySelector<HTMLElement>(DOCUMENTS)?.focus() };
}

function walk(event: KeyboardEvent): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  // A list that is only read scrolls by these keys.
  if (!(event.target instanceof Element) || !event.target.matches(`${DOCUMENTS}, input`)) return;
  event.preventDefault();
  documentBeside(event.currentTarget, event.target, event.key === 'ArrowDown' ? 1 : -1)?.focus();
}

/** The next document after, or the last one before, what has the hand; none at either end. */
function documentBeside(panel: Element, at: Element, by: 1 | -1): HTMLElement | undefined {
  const side = by === 1 ? Node.DOCUMENT_POSITION_FOLLOWING : Node.DOCUMENT_POSITION_PRECEDING;
  const all = [...panel.querySelectorAll<HTMLElement>(DOCUMENTS)];
  return all.filter((one) => (at.compareDocumentPosition(one) & side) !== 0).at(by === 1 ? 0 : -1);
}
