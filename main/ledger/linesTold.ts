import type { LineDone, NewReceiptLine } from '#db/ledger/receiptLines';
import type { Entry } from '#domain/entry';
import type { ReceiptLine } from '#domain/line';
import type { RefundMeans } from '#domain/undo';

/** Every line of a receipt that an entry tells of, so that reports need not read its text; none for most kinds. */
export function linesTold(entry: Entry): NewReceiptLine[] {
  switch (entry.kind) {
    case 'receipt_issued': {
      const { lines, drawer, number } = entry.payload;
      return told(entry, 'issued', lines, { drawer, number });
    }
    case 'receipt_voided': {
      const { lines, drawer } = entry.payload.receipt;
      return told(entry, 'voided', lines, { drawer });
    }
    case 'receipt_reversed':
      return told(entry, 'returned', linesOf(entry.payload), {});
    case 'refund_issued':
      return told(entry, 'returned', linesOf(entry.payload), { drawer: drawerOf(entry.payload.means) });
    case 'receipt_corrected': {
      const { correction } = entry.payload;
      if (correction.what !== 'line') return [];
      const [from, to] = told(entry, 'corrected', [correction.from, correction.to], {});
      return from && to ? [{ ...from, cents: -from.cents }, to] : [];
    }
    default:
      return [];
  }
}

function linesOf({ parts }: { parts: readonly { line: ReceiptLine }[] }): ReceiptLine[] {
  return parts.map(({ line }) => line);
}

/** Out of which drawer a refund is paid, if it is. */
function drawerOf(means: RefundMeans): string | null {
  return means.kind === 'cash' ? means.drawer : null;
}

function told(
  { sequence, businessDay, recordedAt }: Entry,
  done: LineDone,
  lines: readonly ReceiptLine[],
  { drawer = null, number = null }: Partial<Pick<NewReceiptLine, 'drawer' | 'number'>>,
): NewReceiptLine[] {
  return lines.map((line, place) => {
    const { code, name } = line.kind === 'fee' ? line : { code: null, name: null };
    return {
      ...{ sequence, place, done, businessDay, recordedAt, drawer, number },
      ...{ kind: line.kind, code, name, cents: line.cents },
    };
  });
}
