/**
 * Scrolls a row or a field into view as the next frame is drawn. At once, the browser would have to lay the page out in
 * the middle of a key, and again for whatever is drawn after that.
 */
export function keepInView(element: Element | null): void {
  // A document without layout (as in tests) has nothing to scroll.
  if (!element?.scrollIntoView) return;
  requestAnimationFrame(() => element.scrollIntoView({ block: 'nearest' }));
}
