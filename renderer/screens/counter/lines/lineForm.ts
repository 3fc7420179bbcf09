import type { AskedLine } from '#domain/suspension';
import { type AccountLine, type AccountLineField, accountLine } from './accountLine.ts';
import type { Known, LineRules } from './lineRules.ts';

/** What a receipt can be for. A new kind is one more name in each of these three lists. */
export type LineForm = AccountLine;
export type LineField = AccountLineField;
const rules: { [K in LineForm['kind']]: LineRules<Extract<LineForm, { kind: K }>, LineField> } = {
  account: accountLine,
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
    default:
      return null;
  }
}
