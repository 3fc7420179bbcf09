import fc from 'fast-check';
import { readForm } from '#main/ledger/readForm';

const TYPE = 'multipart/form-data; boundary=----line';

/** Cuts bytes into pieces as a network would. */
async function* cut(bytes: Uint8Array, size: number) {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size);
}

async function read(bytes: Uint8Array, size: number, type = TYPE) {
  const parts: { name: string; isFile: boolean; text: string }[] = [];
  for await (const { name, isFile, body } of readForm(cut(bytes, size), type)) {
    const chunks: Buffer[] = [];
    for await (const chunk of body) chunks.push(chunk);
    parts.push({ name, isFile, text: Buffer.concat(chunks).toString() });
  }
  return parts;
}

const field = (name: string, text: string) =>
  `------line\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${text}\r\n`;

test('what the platform writes is read back, wherever its bytes are cut', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 40 }), async (text, size) => {
      const form = new FormData();
      form.set('by', 'ann');
      form.set('accounts', new Blob([text]), 'accounts.csv');
      const response = new Response(form);
      const type = response.headers.get('content-type') ?? '';
      const parts = await read(new Uint8Array(await response.arrayBuffer()), size, type);
      const sent = new TextDecoder().decode(new TextEncoder().encode(text));
      expect(parts).toEqual([
        { name: 'by', isFile: false, text: 'ann' },
        {
          name: 'accounts',
          isFile: true,
          text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(new TextEncoder().encode(sent)),
        },
      ]);
    }),
    { numRuns: 60 },
  );
});

test('a part that nobody reads is passed over', async () => {
  const bytes = Buffer.from(`${field('one', 'x'.repeat(100_000))}${field('two', 'y')}------line--\r\n`);
  const names: string[] = [];
  for await (const { name } of readForm(cut(bytes, 1_000), TYPE)) names.push(name);
  expect(names).toEqual(['one', 'two']);
});

test.each([
  ['an unfinished part', field('one', 'x').slice(0, -4)],
  ['no end', field('one', 'x')],
  ['no boundary', 'hello'],
  ['nothing', ''],
  ['a part without a name', '------line\r\nContent-Type: text/plain\r\n\r\nx\r\n------line--\r\n'],
  ['an endless head', `------line\r\n${'x'.repeat(20_000)}`],
  ['too many parts', `${field('one', 'x').repeat(30)}------line--\r\n`],
])('%s is refused', async (_what, text) => {
  await expect(read(Buffer.from(text), 7)).rejects.toMatchObject({ code: 'malformed_form' });
});

test('a form without its boundary is refused', async () => {
  await expect(read(Buffer.from(''), 1, 'multipart/form-data')).rejects.toMatchObject({ code: 'malformed_form' });
});
