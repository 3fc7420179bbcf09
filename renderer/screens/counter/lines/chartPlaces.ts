import { fold } from '#domain/fold';
import type { ChartPlace } from './feeLine.ts';

/** More than these are not looked through: one letter more finds better. */
const FOUND_MAX = 6;

/** Places of the chart whose code or fund begins so, or whose name holds every word; codes first. */
export function placesFound(chart: readonly ChartPlace[], text: string): ChartPlace[] {
  const digits = text.replace(/[\s·/-]/g, '');
  if (/^\d+$/.test(digits)) {
    const codes = chart.filter(({ fund, bars }) => bars.startsWith(digits) || `${fund}${bars}`.startsWith(digits));
    return codes.slice(0, FOUND_MAX);
  }
  const words = fold(text).split(/\s+/).filter(Boolean);
  return chart.filter(({ name }) => words.every((word) => fold(name).includes(word))).slice(0, FOUND_MAX);
}
