import * as z from 'zod';
import type { StationDb } from '#db/station/open';
import { setting, storeSetting } from '#db/station/settings';
import { printerAddress } from '#printing/printers/address';
import { networkPrinter } from '#printing/printers/networkPrinter';
import type { PaperPrinter } from '#printing/printers/paperPrinter';
import type { Printer } from '#printing/printers/printer';

/** Where this station's slips go. */
export const PrinterChoice = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('paper') }),
  z.strictObject({ kind: z.literal('network'), address: z.string().max(100) }),
]);
export type PrinterChoice = z.infer<typeof PrinterChoice>;

const NAME = 'printer';

/** The printer of a choice; refuses `printer_address_wrong`. */
export function printerOf(choice: PrinterChoice, paper: PaperPrinter): Printer {
  return choice.kind === 'paper' ? paper : networkPrinter(printerAddress(choice.address));
}

/** What was chosen on the screen; at first the paper on the screen. */
export function chosenPrinter(db: StationDb): PrinterChoice {
  return setting(db, NAME, PrinterChoice) ?? { kind: 'paper' };
}

export function keepPrinter(db: StationDb, choice: PrinterChoice): void {
  storeSetting(db, NAME, choice);
}
