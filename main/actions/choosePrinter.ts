import type { Output, Parsed } from '#contract/contract';
import type { Parts, Session } from '#main/parts';
import { keepPrinter, printerOf } from '#main/printerChoice';

/** Sends slips elsewhere from the next one on, and remembers it. */
export async function choosePrinter(
  parts: Parts,
  _session: Session,
  input: Parsed<'choosePrinter'>,
): Promise<Output<'choosePrinter'>> {
  const printer = printerOf(input.printer, parts.paper);
  keepPrinter(parts.db, input.printer);
  parts.spool.use(printer);
  return parts.spool.printer();
}
