import { printable } from '#printing/codePages';
import { columnsOf } from '#printing/columns';
import { slipBytes } from '#printing/escpos';
import { SLIP_WIDTH } from '#printing/slip';
import { slipText } from '#printing/slipText';
import { goldenDeposits } from '#test/support/depositPapers';
import { type ReadEvent, readEscpos } from '#test/support/escposReader';
import { expectGolden, hexOf } from '#test/support/golden';
import { goldenSlips } from '#test/support/slipCases';
import { goldenZSlips } from '#test/support/zSlips';

describe.each(Object.entries({ ...goldenSlips(), ...goldenZSlips(), ...goldenDeposits() }))('%s', (name, slip) => {
  test('reads on the screen as it always did', () => {
    expectGolden(`slips/${name}.txt`, `${slipText(slip).join('\n')}\n`);
  });

  test('goes to the printer byte for byte as it always did', () => {
    expectGolden(`slips/${name}.escpos.hex`, hexOf(slipBytes(slip)));
  });

  test('comes out of the printer with the same rows as on the screen', () => {
    const { events, rest } = readEscpos(slipBytes(slip));
    expect(rest).toBe(0);
    expect(onScreen(events)).toEqual(slipText(slip).map(printable));
  });

  test('keeps to the paper', () => {
    for (const row of slipText(slip)) expect(columnsOf(row)).toBeLessThanOrEqual(SLIP_WIDTH);
  });
});

/** The rows of a reading as the screen writes them: large ones between stars, a code as what it is for. */
function onScreen(events: readonly ReadEvent[]): string[] {
  const middle = (text: string) => `${' '.repeat(Math.floor((SLIP_WIDTH - text.length) / 2))}${text}`;
  return events.flatMap((event) => {
    if (event.event === 'qr') return [middle(`[QR code: ${event.content.split(' ')[0]}]`)];
    if (event.event !== 'row') return [];
    return [event.wide === 2 ? middle(`*** ${event.text.trim()} ***`) : event.text];
  });
}
