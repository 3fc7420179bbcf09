import type { Printer, PrinterState, PrintOrder, PrintOutcome } from '#printing/printers/printer';
import { slipText } from '#printing/slipText';

/** A printer for tests that obeys: it keeps what it printed, and stands or fails as it is told. */
export type PaperPrinterForTests = Printer & {
  /** How it stands. Anything but `ready` prints nothing, for certain. */
  state: PrinterState;
  /** The next slips are in doubt instead of printed. */
  isInDoubt: boolean;
  /** What came out, in order, and whether the drawer opened before. */
  printed: { job: number; rows: string[]; kicked: boolean }[];
  /** Every order it was given, printed or not. */
  orders: PrintOrder[];
};

export function paperPrinterForTests(kind: Printer['kind'] = 'network'): PaperPrinterForTests {
  const printer: PaperPrinterForTests = {
    kind,
    name: 'Counter 3',
    state: 'ready',
    isInDoubt: false,
    printed: [],
    orders: [],
    status: async () => printer.state,
    print: async (order): Promise<PrintOutcome> => {
      printer.orders.push(order);
      const { state } = printer;
      const kicked = order.kick && state !== 'unreachable' && state !== 'busy';
      if (state !== 'ready') return { outcome: 'not_printed', state, kicked };
      if (printer.isInDoubt) return { outcome: 'in_doubt', state: 'busy', kicked };
      printer.printed.push({ job: order.job, rows: slipText(order.slip), kicked });
      return { outcome: 'printed', state, kicked };
    },
  };
  return printer;
}
