import { slipText } from '../slipText.ts';
import type { Printer } from './printer.ts';

/** How many slips stay to be looked at. */
const SLIPS_MAX = 50;

/** A slip that came out on the screen: its text rows, and whether the drawer would have opened. */
export type PaperSlip = { job: number; printedAt: number; rows: string[]; kicked: boolean };

/** The printer on the screen: never out of paper. `slips` gives the last fifty, the latest first. */
export type PaperPrinter = Printer & { slips(): PaperSlip[] };

export function paperPrinter(now: () => number): PaperPrinter {
  const printed: PaperSlip[] = [];
  return {
    kind: 'paper',
    name: 'Paper on the screen',
    status: async () => 'ready',
    print: async ({ job, slip, kick }) => {
      if (slip.rows.length > 0) printed.unshift({ job, printedAt: now(), rows: slipText(slip), kicked: kick });
      printed.splice(SLIPS_MAX);
      return { outcome: 'printed', state: 'ready', kicked: kick };
    },
    slips: () => [...printed],
  };
}
