import { type AccountLine, type AccountLineField, accountLine } from './accountLine.ts';
import type { LineRules } from './lineRules.ts';

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
