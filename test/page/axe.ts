import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 at level AA, and axe's own advice. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Lets axe look at the page, and answers a sentence for each rule that is broken. Axe comes into a page once: to read it
 * takes ten times as long as to ask it.
 * @param where the screen, as the sentences name it
 * @param rules tags or names of rules
 */
export async function violations(page: Page, where: string, rules: readonly string[] = RULES): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(
    async (runOnly) => {
      const { axe } = window as typeof window & { axe: typeof import('axe-core') };
      return (await axe.run(document, { runOnly, resultTypes: ['violations'] })).violations;
    },
    [...rules],
  );
  return found.map(({ id, help, nodes }) => {
    return `${where}: ${id}, ${help}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`;
  });
}
