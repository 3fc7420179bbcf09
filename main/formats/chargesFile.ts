import * as z from 'zod';
import { AccountNumber } from '#domain/account';
import { BusinessDay } from '#domain/businessDay';
import { ChargeKind } from '#domain/chargeKind';
import { NAME_MAX } from '#domain/text';
import { CARD_NUMBER, dollars, isWithoutCardNumber, plainText } from './cells.ts';
import type { Columns, Row } from './csv.ts';

export const CHARGES_FILE = 'charges.csv';

/**
 * `charges.csv`: one row for each charge that was billed, the columns in any order. Account, kind, period and due
 * date together name a charge, so none may come twice, and the same four in a later file mean the same charge.
 */
export const CHARGE_COLUMNS = {
  account: {
    meaning: 'the account that owes it, from accounts.csv or an earlier load',
    cell: AccountNumber,
    wrong: 'must be 3 to 20 digits, capital letters and dashes',
  },
  kind: {
    meaning: `what it is for: ${ChargeKind.options.join(', ')}`,
    cell: ChargeKind,
    wrong: `must be one of ${ChargeKind.options.join(', ')}`,
  },
  period: {
    meaning: `what it covers, in words: “Sep–Oct 2026”; up to ${NAME_MAX} characters, may be empty`,
    cell: plainText(NAME_MAX).refine(isWithoutCardNumber, { error: CARD_NUMBER }),
    wrong: `must be at most ${NAME_MAX} characters on one line, without a card number`,
  },
  due: {
    meaning: 'the day on which it is due: 2026-11-23',
    cell: BusinessDay.refine((day) => day >= '1900-01-01'),
    wrong: 'must be a day, such as 2026-11-23',
  },
  amount: {
    meaning: 'dollars as billed, before any payment: 1264.65; above zero',
    cell: dollars,
  },
  fund: { meaning: 'three digits, from the chart', cell: z.string().regex(/^\d{3}$/), wrong: 'must be three digits' },
  bars: {
    meaning: 'the seven-digit BARS code, from the chart, together with the fund',
    cell: z.string().regex(/^\d{7}$/),
    wrong: 'must be seven digits',
  },
} as const satisfies Columns;

export type ChargeRow = Row<typeof CHARGE_COLUMNS>;
