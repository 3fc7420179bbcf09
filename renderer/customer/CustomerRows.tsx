import type { Language } from '#domain/account';
import { chargeSaid, feeSaid } from '#printing/languages/purposes';
import { counted, paired, type Said, said, textIn } from '#printing/languages/said';
import { tenderName } from '#printing/languages/tenderNames';
import { amount } from '../format.ts';
import { Both } from './Both.tsx';
import { folded, type PurposeShown, type TenderShown } from './customerView.ts';

/** Rows that stand in full, and rows that there is room for at all. */
const PURPOSES = { full: 4, room: 7 };
const TENDERS = { full: 2, room: 4 };

/** What the money is for. */
export function Purposes({ language, purposes }: { language: Language; purposes: readonly PurposeShown[] }) {
  return <Rows language={language} rows={purposes} size={PURPOSES} saidOf={(row) => purposeSaid(language, row)} />;
}

/** What was handed over. */
export function Tenders({ language, tenders }: { language: Language; tenders: readonly TenderShown[] }) {
  return <Rows language={language} rows={tenders} size={TENDERS} saidOf={(row) => tenderSaid(language, row)} />;
}

type RowsProps<T> = {
  language: Language;
  rows: readonly T[];
  size: { full: number; room: number };
  saidOf: (row: T) => Said;
};

function Rows<T extends { cents: number }>({ language, rows, size, saidOf }: RowsProps<T>) {
  const { earlier, rows: shown } = folded(rows, size.room);
  return (
    <ul className="rows" data-dense={rows.length > size.full ? '' : undefined}>
      {earlier ? (
        <Row language={language} says={counted(language, 'display.earlier', earlier.count)} {...earlier} />
      ) : null}
      {shown.map((row, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no name of their own, and keep their order
        <Row key={place} language={language} says={saidOf(row)} cents={row.cents} />
      ))}
    </ul>
  );
}

function Row({ language, says, cents }: { language: Language; says: Said; cents: number }) {
  return (
    <li>
      <Both language={language} says={says} />
      <b className="num">{amount(cents)}</b>
    </li>
  );
}

function purposeSaid(language: Language, purpose: PurposeShown): Said {
  switch (purpose.kind) {
    case 'charge':
      return chargeSaid(language, purpose.charge);
    case 'fee':
      return feeSaid(language, purpose);
    case 'credit':
    case 'suspense':
      return said(language, purpose.kind);
  }
}

/** A tender with its number, in both languages: it is how payers know their papers apart. */
function tenderSaid(language: Language, { tender, number }: TenderShown): Said {
  const { english, also } = tenderName(language, tender);
  if (number === '') return { english, also };
  if (tender.kind === 'card') return { english: `${english} ··${number}`, also };
  const numbered = (what: string) => said('en', 'numbered', { what, number }).english;
  return paired(numbered(english), also === null ? null : textIn(language, 'numbered', { what: also, number }));
}
