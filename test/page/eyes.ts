import type { Page } from 'playwright-core';

/** What a person sees without looking for a class: where the focus is, and which number is the loudest. */

const PATIENCE_MS = 30_000;

/**
 * Waits until nothing is missing any more.
 * @param missing a sentence about what is not so yet, or null when it is
 */
export async function until(missing: () => Promise<string | null>, patienceMs = PATIENCE_MS): Promise<void> {
  const end = performance.now() + patienceMs;
  for (;;) {
    const sentence = await missing();
    if (sentence === null) return;
    if (performance.now() > end) throw new Error(`after ${patienceMs / 1_000} s still: ${sentence}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

/** The name of the control that has the focus, as a screen reader would say it. */
export function handOn(page: Page): Promise<string> {
  return page.evaluate(() => {
    const at = document.activeElement;
    if (!at) return '';
    const said =
      at.getAttribute('aria-label') ?? document.getElementById(at.getAttribute('aria-labelledby') ?? '')?.innerText;
    if (said) return said;
    if (at instanceof HTMLInputElement || at instanceof HTMLSelectElement)
      return at.labels?.[0]?.innerText.split('\n')[0] ?? '';
    return at instanceof HTMLElement ? at.innerText : '';
  });
}

/** The text of the largest letters on the page. Two that are alike would both be loud, so both are answered. */
export function loudest(page: Page): Promise<string> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll<HTMLElement>('body *')].filter(
      (one) =>
        one.checkVisibility() && [...one.childNodes].some((node) => node.nodeType === 3 && node.nodeValue?.trim()),
    );
    const size = (one: HTMLElement) => Number.parseFloat(getComputedStyle(one).fontSize);
    const largest = Math.max(...texts.map(size));
    return texts
      .filter((one) => size(one) === largest)
      .map((one) => one.innerText.trim())
      .join(' | ');
  });
}

/** Texts that do not fit: they stand beyond the window or the panel they are in, where nobody can scroll to them. */
export function sticksOut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (one: Element) => /auto|scroll/.test(getComputedStyle(one).overflowX);
    const room = (one: Element): Element => {
      const parent = one.parentElement ?? document.body;
      return parent === document.body || parent.matches('section, dialog, header, nav') ? parent : room(parent);
    };
    return [...document.querySelectorAll<HTMLElement>('body *')]
      .filter((one) => one.checkVisibility() && [...one.childNodes].some(({ nodeType }) => nodeType === 3))
      .filter((one) => {
        const bounds = room(one);
        if (scrolls(bounds) && bounds.matches('section[tabindex]')) return false;
        if (one.closest('.report-room')) return false;
        const { left, right, width } = one.getBoundingClientRect();
        const { left: from, right: to } = bounds.getBoundingClientRect();
        // What only a screen reader is told is one pixel wide.
        return width > 1 && (left < from - 1 || right > Math.min(to, window.innerWidth) + 1);
      })
      .map((one) => one.innerText.trim())
      .filter((text) => text !== '');
  });
}

/** Texts that end in dots for want of room. */
export function cutShort(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *')]
      .filter((one) => getComputedStyle(one).textOverflow === 'ellipsis' && one.scrollWidth > one.clientWidth)
      .map((one) => one.innerText.trim()),
  );
}

/** What of the field that has the focus, with the sentence under it, cannot be seen; null when all of it can. */
export function hiddenOfHand(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const at = document.activeElement as HTMLElement;
    const field = at.closest<HTMLElement>('div:has(> .field)') ?? at;
    const { left, top, right, bottom } = field.getBoundingClientRect();
    for (const [x, y] of [
      [left + 6, top + 6],
      [right - 6, bottom - 6],
    ] as const) {
      const there = document.elementFromPoint(x, y);
      if (!there || !(field.contains(there) || there.contains(field))) return `${at.dataset.focus} at ${x}, ${y}`;
      if (there.contains(field) && there !== field && there.matches('main, body, html')) return `${at.dataset.focus}`;
    }
    return null;
  });
}

/**
 * Keys of the bar that nobody can see: each stands whole in the window, or below it where the whole page scrolls. Lesser
 * ones may be called up instead, and are not among them. The bar itself stands in one row, or what is over it would move.
 */
export function unseenKeys(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const bar = document.querySelector('nav.keys');
    if (!bar) return [];
    const floor = Math.max(window.innerHeight, document.documentElement.scrollHeight);
    return [...bar.querySelectorAll<HTMLElement>('button:not([data-lesser]), .with-mark')]
      .filter((one) => {
        const { left, right, top, bottom } = one.getBoundingClientRect();
        const room = (one.parentElement ?? bar).getBoundingClientRect();
        const isIn =
          left >= room.left - 1 && right <= room.right + 1 && top >= room.top - 1 && bottom <= room.bottom + 1;
        return !isIn || right > window.innerWidth || bottom > floor;
      })
      .map((one) => one.innerText.trim());
  });
}
