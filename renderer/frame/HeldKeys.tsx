import { useEffect } from 'react';
import { isOurs, keysOf } from '../keymap.ts';
import { rewrite } from './keyboard.ts';

/** While a part of the page is on its way: keeps what is typed, and types it on the screen that comes. */
export function HeldKeys() {
  useEffect(() => {
    const held: KeyboardEvent[] = [];
    const keep = (event: KeyboardEvent) => {
      // What is typed again must arrive; what is typed meanwhile comes after it.
      if (AGAIN.has(event) || !isTyped(event)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      held.push(event);
    };
    window.addEventListener('keydown', keep, true);
    return () => void typeAgain(held).finally(() => window.removeEventListener('keydown', keep, true));
  }, []);
  return null;
}

const AGAIN = new WeakSet<Event>();
const MOVES: readonly string[] = ['Enter', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight'];

/** What means something to a screen; what is the browser's own, as a reload, stays that. */
function isTyped(event: KeyboardEvent): boolean {
  if (isOurs(keysOf(event)) || MOVES.includes(event.key)) return true;
  return event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
}

/** One after the other, each on whatever the one before has brought the hand to. */
async function typeAgain(held: KeyboardEvent[]): Promise<void> {
  await drawn();
  for (let event = held.shift(); event; event = held.shift()) {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey } = event;
    const again = new KeyboardEvent('keydown', {
      ...{ key, code, ctrlKey, metaKey, altKey, shiftKey },
      ...{ bubbles: true, cancelable: true },
    });
    AGAIN.add(again);
    const at = document.activeElement ?? document.body;
    if (at.dispatchEvent(again)) asBrowser(at, key);
    await drawn();
  }
}

/** What the browser does with a key that nobody took. */
function asBrowser(at: Element, key: string): void {
  if (key === 'Enter' && at instanceof HTMLButtonElement) at.click();
  if (key.length === 1 && at instanceof HTMLInputElement) rewrite(at, at.value + key);
}

function drawn(): Promise<void> {
  return new Promise((done) => setTimeout(done));
}
