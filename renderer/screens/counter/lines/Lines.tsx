import { counter } from '../../../messages/counter.ts';
import { Columns } from '../../../ui/Columns.tsx';
import type { CounterForm } from '../counterForm.ts';
import type { Send } from '../useCounter.ts';
import { AccountLineRows } from './AccountLineRows.tsx';
import { FeeLineRows } from './FeeLineRows.tsx';
import { type LineForm, rulesOfLine } from './lineForm.ts';
import { SuspenseLineRows } from './SuspenseLineRows.tsx';

const words = counter.columns;

const COLUMNS = [
  { name: words.place, narrow: true },
  { name: words.purpose },
  { name: words.account },
  { name: words.distribution },
  { name: words.amount, right: true },
] as const;

/** A line as one kind of line draws it: rows of the table, with its fields in them. */
export type LineProps<L extends LineForm> = { form: CounterForm; line: L; at: number; send: Send };

/** What the receipt is for. */
export function Lines({ form, send }: { form: CounterForm; send: Send }) {
  if (form.lines.length === 0) return null;
  return (
    <table className="lines">
      <Columns of={COLUMNS} />
      {form.lines.map((line, at) => (
        <Line key={rulesOfLine(line).keyOf(line, at)} form={form} line={line} at={at} send={send} />
      ))}
    </table>
  );
}

function Line({ line, ...props }: LineProps<LineForm>) {
  switch (line.kind) {
    case 'account':
      return <AccountLineRows {...props} line={line} />;
    case 'fee':
      return <FeeLineRows {...props} line={line} />;
    case 'suspense':
      return <SuspenseLineRows {...props} line={line} />;
  }
}
