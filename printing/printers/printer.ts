import type { Slip } from '../slip.ts';

/**
 * How a printer stands. `unreachable`: nothing answers there, or nothing that is a printer. `busy`: it answers, but takes
 * no slip just now and does not say why; also a printer that was not asked yet.
 */
export type PrinterState = 'ready' | 'no_paper' | 'cover_open' | 'unreachable' | 'busy';

/** One slip to be printed, and whether the drawer opens first. */
export type PrintOrder = { job: number; slip: Slip; kick: boolean };

/**
 * What became of an order. `not_printed` is certain, so it may be tried again. `in_doubt` is neither: only a person who
 * looks can say, and nothing prints it again until then. `kicked`: the pulse was sent.
 */
export type PrintOutcome = { outcome: 'printed' | 'not_printed' | 'in_doubt'; state: PrinterState; kicked: boolean };

/** A place where slips come out. Neither call ever throws or hangs; one is made at a time. */
export type Printer = {
  kind: 'paper' | 'network';
  /** As it is shown: `192.168.1.40:9100`, `Paper on the screen`. */
  name: string;
  status(): Promise<PrinterState>;
  print(order: PrintOrder): Promise<PrintOutcome>;
};
