import { useEffect, useEffectEvent, useState } from 'react';
import { type Actions, actionOf, isOurs, keysOf, rowOf, type Screen } from '../keymap.ts';
import { usePage } from '../page.ts';
import { createEar } from '../scanner.ts';

/** Listens to the whole window for one screen: its keys, and a scanner's bursts. */
export function useKeyboard(screen: Screen, actions: Actions, onScan: (text: string) => void): void {
  const { notice } = usePage();
  const [hearScan] = useState(createScanCatcher);
  const heard = useEffectEvent((event: KeyboardEvent) => {
    if (event.isComposing) return;
    const asked = document.querySelector('dialog[open]') !== null;
    if (hearScan(event, asked ? () => {} : onScan)) return;
    const keys = keysOf(event);
    if (asked) {
      if (isBrowsers(keys)) event.preventDefault();
      return;
    }
    if (endsNotice(keys)) notice.tell(null);
    press(event, keys, screen, actions);
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event);
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
}

/** Lets a screen take what is pasted before any field does: a check's line belongs to the check. */
export function usePaste(take: (text: string) => boolean): void {
  const pasted = useEffectEvent((event: ClipboardEvent) => {
    if (document.querySelector('dialog[open]') !== null) return;
    if (take(event.clipboardData?.getData('text') ?? '')) event.preventDefault();
  });
  useEffect(() => {
    const listener = (event: ClipboardEvent) => pasted(event);
    window.addEventListener('paste', listener, true);
    return () => window.removeEventListener('paste', listener, true);
  }, []);
}

/** The keys that a dialog has of its own: the screen under it sleeps. */
export function useDialogKeys(dialog: Screen, actions: Actions): void {
  const heard = useEffectEvent((event: KeyboardEvent) => {
    const row = rowOf(dialog, keysOf(event));
    const action = row && row.on !== 'everywhere' ? actionOf(actions, row.id) : undefined;
    if (!action) return;
    event.preventDefault();
    if (!event.repeat) action.run();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => heard(event);
    window.addEventListener('keydown', listener, true);
    return () => window.removeEventListener('keydown', listener, true);
  }, []);
}

/** Whoever goes back or begins something else has read why the last thing was not done; who types on may not have. */
function endsNotice(keys: string): boolean {
  return keys === 'Esc' || isBrowsers(keys);
}

function press(event: KeyboardEvent, keys: string, screen: Screen, actions: Actions): void {
  if (belongsToField(keys, event.target)) return;
  const row = rowOf(screen, keys);
  const action = row && actionOf(actions, row.id);
  if (action || isBrowsers(keys)) event.preventDefault();
  if (action && !event.repeat) action.run();
}

/** Keys of the list that mean something to the browser too: its meaning must never happen by mistake. */
function isBrowsers(keys: string): boolean {
  return isOurs(keys) && (/^(?:Shift\+)?F\d+$/.test(keys) || keys.startsWith('Ctrl+'));
}

/** Signs that add, or are a mistake, in an amount that is begun. */
const ON_EMPTY_AMOUNT: readonly string[] = ['+', '*', '-'];

/** A slash inside words, or a delete inside text, is typing and not a shortcut. */
function belongsToField(keys: string, target: EventTarget | null): boolean {
  if (ON_EMPTY_AMOUNT.includes(keys)) return !isEmptyAmount(target);
  if (!(target instanceof HTMLInputElement)) return false;
  if (keys === 'Del') return target.value !== '' && !isAtEndOfSearch(target);
  if (keys !== '/') return false;
  if (target.classList.contains('amount')) return false;
  return !(target.dataset.scan === 'here' && target.value === '');
}

function isEmptyAmount(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.classList.contains('amount') && target.value === '';
}

/** Behind the last letter Del deletes nothing: after a search it means what was found. */
function isAtEndOfSearch({ dataset, value, selectionStart }: HTMLInputElement): boolean {
  return dataset.scan === 'here' && selectionStart === value.length;
}

type Typed = HTMLInputElement | HTMLSelectElement;
type Before = { field: Typed; value: string };

/** Puts a field back as it was before a scanner typed into it, and hands the burst to the screen. */
function createScanCatcher() {
  const ear = createEar();
  /** What the field held before the last two runs, the later first. */
  let before: readonly (Before | null)[] = [];
  return (event: KeyboardEvent, onScan: (text: string) => void): boolean => {
    if (event.repeat || event.ctrlKey || event.metaKey || event.altKey) return false;
    const { target } = event;
    const field = target instanceof HTMLInputElement || target instanceof HTMLSelectElement ? target : null;
    if (field?.dataset.scan === 'off') return false;
    const heard = ear.hear(event.key, event.timeStamp);
    if (heard.heard === 'first') before = [field ? { field, value: field.value } : null, before[0] ?? null];
    // A check's line has spaces, and a space presses a button.
    if (heard.heard === 'more' && event.key === ' ' && target instanceof HTMLButtonElement) event.preventDefault();
    if (heard.heard !== 'scan') return false;
    event.preventDefault();
    event.stopPropagation();
    const first = before[heard.runs - 1];
    if (first) rewrite(first.field, first.value);
    onScan(heard.text);
    return true;
  };
}

/** Writes a field's value so that React hears of it as of any typing. */
export function rewrite(field: Typed, value: string): void {
  const kind = field instanceof HTMLSelectElement ? HTMLSelectElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, value);
  field.dispatchEvent(new Event(kind === HTMLSelectElement ? 'change' : 'input', { bubbles: true }));
}
