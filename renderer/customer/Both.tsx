import type { Language } from '#domain/account';
import type { Said } from '#printing/languages/said';

/** English, and the payer's language under it. */
export function Both({ language, says }: { language: Language; says: Said }) {
  return (
    <span className="both">
      <span className="english">{says.english}</span>
      {says.also === null ? null : (
        <span className="also" lang={language}>
          {says.also}
        </span>
      )}
    </span>
  );
}
