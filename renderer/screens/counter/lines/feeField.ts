import { sentenceUnder } from '../../../refusal.ts';
import { linePlace } from '../places.ts';
import type { FeeField, FeeLine } from './feeLine.ts';
import type { LineProps } from './Lines.tsx';

/** One field of a fee, as its kind draws it. */
export type FeeFieldProps = LineProps<FeeLine> & { field: FeeField };

/** The sentence under a field: what the station, or Enter in it, refused. */
export function wrongUnder({ form, at, field }: Pick<FeeFieldProps, 'form' | 'at' | 'field'>): string | null {
  return sentenceUnder(form.trouble, linePlace(at, field));
}
