import { parseArgs } from 'node:util';
import { Complaint } from './reading.ts';
import { verifyJournal } from './verifyJournal.ts';

/*
 * Verifies a journal that a station or the ledger exported, apart from the program that wrote it: nothing of that program is used
 * here, so that one mistake cannot hide behind the other.
 *
 *   node main/verify/verify.ts FILE [--head HASH]
 *
 * The file is JSON Lines in UTF-8, each line ended by a line feed. The first line says what it is:
 *
 *   {"counterfoil":"journal","version":1,"district":"quarry-bay","series":"W3","exportedAt":"…","entries":N}
 *
 * Then one line for each of the N entries, oldest first:
 *
 *   {"text":"{…}","hash":"…","personal":{…}}
 *
 * `text` is the entry in canonical JSON: keys sorted by UTF-16 code units, no spaces, strings and numbers as
 * JSON.stringify writes them. `hash` is the SHA-256, in lower-case hexadecimal, of "counterfoil entry 1", a line feed
 * and the text in UTF-8. Each entry names the hash of the one before it in `previousHash`; the first of an epoch names
 * 64 zeros. `personal` holds what may be redacted later (payer, words, and a salt), or null; the entry's
 * `personalDigest` is the SHA-256 of "counterfoil personal 1", a line feed and that in canonical JSON, or null.
 *
 * `series` is a station's, or `L`: the office's journal, whose entries are of other kinds.
 *
 * Answers on standard output. Leaves with 0 when all is good, with 1 when anything is not.
 */

const HOW = 'Use: npm run verify -- FILE [--head HASH], with the hash of a printed slip, whole or its first 12 digits.';

async function main(): Promise<void> {
  const { values, positionals } = flags();
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Complaint(HOW);
  const head = values.head === undefined ? null : headOf(values.head);
  const sentences = await verifyJournal(file, head).catch((error: unknown) => {
    if (process.argv.includes('--debug')) console.error(error);
    throw new Complaint(sentenceOf(error, file));
  });
  process.stdout.write(`${sentences.join('\n')}\n`);
}

function flags() {
  try {
    const options = { head: { type: 'string' }, debug: { type: 'boolean' } } as const;
    return parseArgs({ options, allowPositionals: true });
  } catch (error) {
    throw new Complaint(flagsSentence(error));
  }
}

/** The hash as a person typed it off a slip: spaces and capitals do not matter. */
function headOf(typed: string): string {
  const digits = typed.replace(/\s/g, '').toLowerCase();
  if (!/^[0-9a-f]{12,64}$/.test(digits)) throw new Complaint(`${typed} is no hash of a slip. ${HOW}`);
  return digits;
}

/** One sentence for whatever went wrong, the journal's fault or not. */
function sentenceOf(error: unknown, file: string): string {
  if (error instanceof Complaint) return error.message;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT' || code === 'ENOTDIR') return `There is no file ${file}. Check its name.`;
  if (code === 'EISDIR') return `${file} is a folder. Name the exported file.`;
  if (code === 'EACCES' || code === 'EPERM') return `${file} may not be read by you. Have its owner allow it.`;
  if (/^E[A-Z]+$/.test(code)) return `${file} cannot be read to its end. Copy it anew from where it was exported.`;
  return `${file} is not verified: this program met something that it does not know. Run it again with --debug.`;
}

/** What is wrong with the command line, without how programs are usually spoken to. */
function flagsSentence(error: unknown): string {
  const [said = ''] = (error instanceof Error ? error.message : '').split(/\. |\n/);
  return `${said}. ${HOW}`;
}

main().catch((error: unknown) => {
  process.stdout.write(`${error instanceof Error ? error.message : 'Something went wrong.'}\n`);
  process.exitCode = 1;
});
