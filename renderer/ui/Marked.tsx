import { matchRanges } from '#domain/fold';

/** A text with what was searched for underlined. Accents, capitals and script do not matter. */
export function Marked({ text, words }: { text: string; words: string }) {
  if (words === '') return text;
  return partsOf(text, words).map((part) =>
    part.hit ? <mark key={part.from}>{part.text}</mark> : <span key={part.from}>{part.text}</span>,
  );
}

type Part = { from: number; text: string; hit: boolean };

function partsOf(text: string, words: string): Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (const { from, to } of matchRanges(text, words)) {
    parts.push({ from: at, text: text.slice(at, from), hit: false }, { from, text: text.slice(from, to), hit: true });
    at = to;
  }
  parts.push({ from: at, text: text.slice(at), hit: false });
  return parts.filter((part) => part.text !== '');
}
