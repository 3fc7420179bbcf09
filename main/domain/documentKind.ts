/** Documents that have a screen of their own. */
export type DocumentKind = 'receipt' | 'batch' | 'deposit';

/** What a number names, where that has a screen: `W3-000482`, `W3.2-B0012`, `L-P0012`. Null for any other document. */
export function documentKind(label: string): DocumentKind | null {
  if (/^L-P\d+$/.test(label)) return 'deposit';
  const [, letter] = /^[A-Z]{1,3}[1-9]\d{0,3}(?:\.\d+)?-(B?)\d+$/.exec(label) ?? [];
  if (letter === undefined) return null;
  return letter === 'B' ? 'batch' : 'receipt';
}
