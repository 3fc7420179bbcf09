import type { Row } from './runOnce.ts';

/** The table with which a proof ends, as it can stand in a document. */
export function tableOf(rows: readonly Row[], on: { at: Date; processors: readonly string[] }): string {
  const head = ['Rig', 'Runs', 'Answers held', 'Lost', 'Doubled', 'Violations', 'Seconds', ''];
  const lines = rows.map(({ part, units, answered, lost, doubled, violations, seconds, fault }) => [
    ...[part.name, `${units} ${part.unit}`, answered === null ? '' : String(answered)],
    ...[String(lost), String(doubled), String(violations), String(seconds), fault ?? 'good'],
  ]);
  const widths = head.map((name, column) => Math.max(name.length, ...lines.map((line) => line[column]?.length ?? 0)));
  const written = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const day = on.at.toISOString().slice(0, 10);
  return [
    `${day}, ${on.processors.length} × ${on.processors[0] ?? 'unknown processor'}`,
    written(head),
    `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`,
    ...lines.map(written),
  ].join('\n');
}
