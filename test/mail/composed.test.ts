import fc from 'fast-check';
import { MailAddress } from '#domain/mailServer';
import { isPlain } from '#domain/text';
import { composed } from '#main/mail/composed';
import { readMail } from '../support/mailReader.ts';

const HEADERS = [...['auto-submitted', 'from', 'to', 'subject', 'message-id', 'date', 'mime-version', 'content-type']];

/** What a hostile name is made of, beside letters. */
const pieces = fc.constantFrom(
  ...['\r\nBcc: thief@example.org', '\n\n', '\r', '\u0000', '\u0007', '\u202E', '\u2066', '\u200F', '\u2028', '\uD800'],
  ...['Hale, Dorothea', 'Nguyễn', 'Иванова', '😀', '"', '<x@y.example>', '=?utf-8?Q?=0D=0A?=', '--', ';', '\\', ' '],
  'x'.repeat(5_000),
);
const hostile = fc
  .array(fc.oneof(pieces, fc.string({ unit: 'grapheme' }), fc.string()), { maxLength: 8 })
  .map((parts) => parts.join(''));

test('no name, subject or text begins a header, ends the head, or turns the writing around', async () => {
  await fc.assert(
    fc.asyncProperty(hostile, hostile, hostile, async (fromName, topic, words) => {
      const [subject, text] = [`Receipt ${topic}`, `Hello\n${words}`];
      const mail = {
        ...{ fromName, subject, text, to: 'hale@example.net', messageId: '<a@b.counterfoil>', date: 0 },
        attachment: { fileName: 'W3-000001.pdf', bytes: Buffer.from('%PDF') },
      };
      const raw = (await composed(mail, 'cashier@example.org')).toString('latin1');
      const read = readMail(raw);
      expect(read.headers.map(([name]) => name).sort()).toEqual([...HEADERS].sort());
      expect(read.header('to')).toBe('hale@example.net');
      expect(read.headers.find(([name]) => name === 'from')?.[1]).toMatch(/<?cashier@example\.org>?$/);
      for (const name of ['from', 'subject']) expect(isPlain(read.header(name))).toBe(true);
      expect(read.text).not.toMatch(/[^\P{Cc}\r\n]|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u);
      expect(read.attachments).toHaveLength(1);
      // Every byte of the head is one of ASCII, and no line is longer than a server takes.
      expect(raw).toMatch(/^[\t\r\n\x20-\x7e]*$/);
      for (const line of raw.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998);
    }),
    { numRuns: 100 },
  );
});

test.each([
  ...[
    '',
    'x',
    'a@b',
    'a b@example.org',
    'a@example.org\r\nBcc: b@example.org',
    'a@example.org\n',
    'a@example.org, b@example.org',
  ],
  ...[
    '<a@example.org>',
    '"a\r\n"@example.org',
    'a@exam\u0000ple.org',
    'a@ex\u202Eample.org',
    `${'x'.repeat(120)}@example.org`,
  ],
])('%j is no address that anything goes to', (text) => {
  expect(MailAddress.safeParse(text).success).toBe(false);
});

test('letters of other alphabets arrive as they were written', async () => {
  const mail = {
    fromName: 'Distrito de Niños',
    subject: 'Квитанция W3-000001',
    text: 'Мы получили ваш платёж.\nSeñora Ibáñez\n',
    ...{ to: 'hale@example.net', messageId: '<a@b.counterfoil>', date: 0, attachment: null },
  };
  const read = readMail((await composed(mail, 'cashier@example.org')).toString('latin1'));
  expect(read.header('from')).toBe('Distrito de Niños <cashier@example.org>');
  expect(read.header('subject')).toBe('Квитанция W3-000001');
  expect(read.text.replaceAll('\r\n', '\n').trimEnd()).toBe('Мы получили ваш платёж.\nSeñora Ibáñez');
});
