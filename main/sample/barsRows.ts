import type { Policy } from '#domain/district';
import { FUND_GROUPS } from '#domain/stateChart';

type Chart = Policy['chart'];

/** Beside what the district uses: an aggregate that is not reported, and an expense whose object follows. */
const OTHERS = [
  { bars: '343', name: 'Utilities and environment', level: 'Above' },
  { bars: '53580', name: 'Sewer operations', level: 'Prescribed' },
  { bars: '3137000', name: 'Local retail sales and use tax', level: 'Prescribed' },
];

/** The State Auditor's account export as it would be: codes with points, sums of others among them. */
export function barsExport(chart: Chart): string[][] {
  const listed = [...OTHERS, ...chart.map(({ bars, name }) => ({ bars, name, level: 'Prescribed' }))];
  return [
    ['BARS Account', 'Title', 'Reporting Level'],
    ...inOrder(listed).map(({ bars, name, level }) => [pointed(bars), name, level]),
  ];
}

/** The matrix of codes to funds: an X under each group of funds in which a code may be used. */
export function barsMatrix(chart: Chart): string[][] {
  const groupsOf = (code: string) => new Set(chart.filter(({ bars }) => bars === code).map(({ fund }) => fund[0]));
  const codes = inOrder([...OTHERS, ...chart].filter(({ bars }) => bars.length >= 5));
  return [
    ['BARS Code', 'Title', ...FUND_GROUPS.map((group) => `${group} Funds`)],
    ...codes.map(({ bars, name }) => {
      const groups = groupsOf(bars);
      // What the district does not use may be used anywhere.
      return [
        pointed(bars),
        name,
        ...FUND_GROUPS.map((group) => (groups.size === 0 || groups.has(group[0]) ? 'X' : '')),
      ];
    }),
  ];
}

function inOrder<T extends { bars: string }>(rows: readonly T[]): T[] {
  return [...rows].sort((left, right) => (left.bars < right.bars ? -1 : left.bars > right.bars ? 1 : 0));
}

/** `343.50.01`, as the State Auditor shows codes. */
function pointed(bars: string): string {
  return [bars.slice(0, 3), bars.slice(3, 5), bars.slice(5)].filter(Boolean).join('.');
}
