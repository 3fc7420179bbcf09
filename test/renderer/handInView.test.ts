import { renderHook } from '@testing-library/react';
import { useHandInView } from '#renderer/ui/handInView';

/** What scrolled into view, by its id, once the next frame is drawn. */
async function scrolled(field: string): Promise<string[]> {
  document.body.innerHTML = `<main>${field}<table><tr id="hit-6"></tr></table></main>`;
  const found: string[] = [];
  Element.prototype.scrollIntoView = function told() {
    found.push(this.id);
  };
  document.querySelector('input')?.focus();
  renderHook(() => useHandInView('typed'));
  await new Promise((drawn) => requestAnimationFrame(drawn));
  return found;
}

test('bug: while one searches, the chosen row stays in view and not the field', async () => {
  expect(await scrolled('<input id="search" aria-activedescendant="hit-6">')).toEqual(['hit-6']);
});

test('the field that has the hand stays in view', async () => {
  expect(await scrolled('<input id="cash">')).toEqual(['cash']);
  expect(await scrolled('<input id="search" aria-activedescendant="hit-9">')).toEqual(['search']);
});
