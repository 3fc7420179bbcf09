import { PrinterTypes, ThermalPrinter } from 'node-thermal-printer';
import { isWhole, printable, stretches } from './codePages.ts';
import { layOut, type PaperRow } from './layout.ts';
import { SLIP_WIDTH, type Slip, type SlipRow } from './slip.ts';

/**
 * Opens the drawer: ESC p, pin 2, 50 ms on, 500 ms off. The library's own pulse leaves out the two times, and the
 * printer then takes the first two letters of the slip for them.
 */
export const KICK: Uint8Array = Uint8Array.of(0x1b, 0x70, 0x00, 0x19, 0xfa);

/** The same in real time (DLE DC4, pin 2, 100 ms): a printer without paper obeys this at once, where it only keeps {@link KICK}. */
export const KICK_AT_ONCE: Uint8Array = Uint8Array.of(0x10, 0x14, 0x01, 0x00, 0x01);

/** A slip as an ESC/POS printer reads it, from initializing to the cut. It does not open the drawer. */
export function slipBytes(slip: Slip, width = SLIP_WIDTH): Uint8Array {
  // One printer object for each slip: it carries no code page or size over from the last.
  const printer = new ThermalPrinter({ type: PrinterTypes.EPSON, interface: '' });
  // The library begins without ESC @, so whatever was set on the printer before would stay.
  printer.append(Buffer.of(0x1b, 0x40));
  for (const row of layOut(honest(slip), width, printable)) printRow(printer, row);
  // Four lines bring the last row past the knife.
  if (slip.rows.length > 0) printer.partialCut({ verticalTabAmount: 1 });
  return new Uint8Array(printer.getBuffer());
}

/** A slip with letters that the printer lacks says what the question marks stand for. */
function honest(slip: Slip): Slip {
  const isAllThere = slip.rows.every((row) => textsOf(row).every(isWhole));
  const note = 'Each ? stands for a letter that this printer does not have.';
  return isAllThere ? slip : { ...slip, rows: [...slip.rows, { row: 'text', text: note }] };
}

function textsOf(row: SlipRow): string[] {
  if (row.row === 'text') return [row.text];
  if (row.row === 'pair') return [row.left, row.right];
  return row.row === 'signature' ? [row.who] : [];
}

function printRow(printer: ThermalPrinter, row: PaperRow): void {
  if (row.row === 'text') {
    printText(printer, row.text, { bold: row.weight !== 'normal', high: row.weight === 'double', wide: false });
  } else if (row.row === 'large') {
    printText(printer, row.text, { bold: true, high: true, wide: true });
  } else {
    printer.alignCenter();
    printer.printQR(row.content, { cellSize: 4, correction: 'M', model: 2 });
    printer.alignLeft();
  }
}

/** Rows come laid out, so the library's tables and line breaks, which overflow, are not used. */
function printText(printer: ThermalPrinter, text: string, how: { bold: boolean; high: boolean; wide: boolean }): void {
  if (how.bold) printer.bold(true);
  // The library's first argument is the width and its second the height, whatever it calls them.
  if (how.high || how.wide) printer.setTextSize(how.wide ? 1 : 0, how.high ? 1 : 0);
  for (const stretch of stretches(text)) {
    // Said before every stretch that needs it: left to itself the library takes whatever page has the letter,
    // pages among them that printers do not have under that number.
    printer.setCharacterSet(stretch.page);
    printer.append(stretch.text);
  }
  printer.newLine();
  if (how.high || how.wide) printer.setTextSize(0, 0);
  if (how.bold) printer.bold(false);
}
