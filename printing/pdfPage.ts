import type PDFDocument from 'pdfkit';

export type FontFile = Uint8Array | string;
export type PdfPage = InstanceType<typeof PDFDocument>;

/** A font's bytes or path, as the library takes it. */
export function fontOf(font: FontFile): Buffer | string {
  return typeof font === 'string' ? font : Buffer.from(font);
}

/** Whether a font has a letter: pdfkit draws an empty box where it has not, and does not tell. */
export function hasLetter(page: PdfPage, font: string, letter: string): boolean {
  const { _font: opened } = page.font(font) as unknown as Opened;
  return opened.font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0);
}

type Opened = { _font: { font: { hasGlyphForCodePoint(codePoint: number): boolean } } };

/** All bytes of a document, once it has ended. */
export function collected(document: PdfPage): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))));
    document.on('error', reject);
  });
}
