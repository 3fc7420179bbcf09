/** One line of a GL export: a sum of one posting day, batch and deposit (empty where none) at one place of the chart. */
export type GlLine = {
  export: number;
  line: number;
  day: string;
  batch: string;
  deposit: string;
  fund: string;
  bars: string;
  /** What the chart calls the place; empty where it is not in it. */
  name: string;
  side: 'debit' | 'credit';
  cents: number;
};
