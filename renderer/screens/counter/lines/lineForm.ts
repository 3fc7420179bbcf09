import type { AskedLine } from '#domain/suspension';
import { type AccountLine, type AccountLineField, accountLine } from './accountLine.ts';
import { type FeeField, type FeeLine, feeLine } from './feeLine.ts';
import type { Known, LineRules, ResumingRules } from './lineRules.ts';
import { type SuspenseField, type SuspenseLine, suspenseLine } from './suspenseLine.ts';

/** What a receipt can be for. A new kind is one more name in each of these three lists. */
export type LineForm = AccountLine | FeeLine | SuspenseLine;
export type LineField = AccountLineField | FeeField | SuspenseField;
const rules: { [K in LineForm['kind']]: ResumingRules<Extract<LineForm, { kind: K }>, LineField> } = {
  account: accountLine,
  fee: feeLine,
  suspense: suspenseLine,
};

/** The rules of a line's kind, to be asked about that line only. */
export function rulesOfLine(line: LineForm): LineRules<LineForm, LineField> {
  return rules[line.kind];
}

/** The line of a payment that was set aside, to be typed on; null when what it was for is gone. */
export function resumedLine(asked: AskedLine, known: Known): LineForm | null {
  switch (asked.kind) {
    case 'account':
      return rules.account.resumed(asked, known);
    case 'fee':
      return rules.fee.resumed(asked, known);
    case 'suspense':
      return rules.suspense.resumed(asked, known);
  }
}
