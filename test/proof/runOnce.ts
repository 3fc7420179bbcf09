import { execFile } from 'node:child_process';
import { join } from 'node:path';
import type { Part } from './parts.ts';

/** What one rig has come to. */
export type Row = {
  part: Part;
  units: number;
  /** Receipts or answers that were held against what was left; null where the rig does not count them. */
  answered: number | null;
  lost: number;
  doubled: number;
  violations: number;
  seconds: number;
  /** Why the rig could not run, or what else was wrong. */
  fault: string | null;
};

const ROOT = join(import.meta.dirname, '..', '..');

export function emptyRow(part: Part): Row {
  return { ...{ part, units: 0, answered: null, lost: 0, doubled: 0, violations: 0, seconds: 0, fault: null } };
}

type Told = Partial<
  Record<'lost' | 'doubled' | 'violations' | 'receipts' | 'answered' | 'caught' | Part['unit'], number>
>;

/** Runs a rig with one seed and adds what it tells. A rig that ends badly without having found anything is itself at fault. */
export async function runOnce(part: Part, seed: number, before: Row, say: (line: string) => void): Promise<Row> {
  const { out, wrong, code } = await run(part.flags(seed));
  if (wrong !== '') say(wrong.trimEnd());
  const told = lastLine(out);
  if (told === null) return { ...before, fault: `it could not run: ${wrong.trimEnd().split('\n').at(-1) ?? ''}` };
  const { lost = 0, doubled = 0, violations = 0, caught } = told;
  const units = told[part.unit] ?? 0;
  const answered = told.receipts ?? told.answered ?? null;
  const missed = caught === undefined ? 0 : units - caught;
  const isUnexplained = code !== 0 && lost + doubled + violations + missed === 0;
  return {
    ...before,
    units: before.units + units,
    answered: answered === null ? before.answered : (before.answered ?? 0) + answered,
    lost: before.lost + lost,
    doubled: before.doubled + doubled,
    violations: before.violations + violations,
    fault: missed > 0 ? `${missed} of ${units} not caught` : isUnexplained ? `it ended with ${code}` : before.fault,
  };
}

function lastLine(out: string): Told | null {
  try {
    return JSON.parse(out.trimEnd().split('\n').at(-1) ?? '') as Told;
  } catch {
    return null;
  }
}

function run(flags: string[]): Promise<{ out: string; wrong: string; code: number }> {
  return new Promise((resolve) => {
    execFile(process.execPath, flags, { cwd: ROOT, maxBuffer: 64_000_000 }, (error, out, wrong) =>
      resolve({ out, wrong, code: error ? Number(error.code ?? 1) : 0 }),
    );
  });
}
