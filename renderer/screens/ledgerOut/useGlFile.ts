import type { Dispatch } from 'react';
import type { GlExport } from '#contract/glCalls';
import { glHeader, glRows } from '#formats/glCsv';
import { glExport as words } from '../../messages/ledgerOut.ts';
import { usePage } from '../../page.ts';
import { troubleOf } from '../../refusal.ts';
import { saveFile } from '../saveFile.ts';
import type { GlExportAction } from './glExportForm.ts';

/** As many lines as the ledger tells at once. */
const AT_ONCE = 500;

/** Saves an export as the very file that went out, or says that it is not. */
export function useGlFile(send: Dispatch<GlExportAction>) {
  const { client, host } = usePage();
  return async function save({ number, lines, sha256 }: GlExport): Promise<void> {
    send({ did: 'began' });
    let text = glHeader();
    for (let after = 0; after < lines; after += AT_ONCE) {
      const answer = await client.call('glLines', { number, after, most: AT_ONCE });
      const trouble = troubleOf(answer);
      if (trouble || !answer.ok) return send({ did: 'failed', sentence: trouble?.sentence ?? words.altered });
      text += glRows(answer.value.lines);
    }
    const bytes = new TextEncoder().encode(text);
    if ((await host.sha256(bytes)) !== sha256) return send({ did: 'failed', sentence: words.altered });
    saveFile({ type: 'text/csv', base64: base64Of(bytes) }, words.file(number));
    send({ did: 'saved', name: words.file(number) });
  };
}

function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}
