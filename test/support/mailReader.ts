/** An e-mail as a mail program reads it, by a reader that shares nothing with what wrote it. */
export type ReadMail = {
  /** Headers in order, folded lines joined, names in small letters, values as they stand. */
  headers: [name: string, value: string][];
  /** One header, its encoded words decoded; empty where it is not there. */
  header(name: string): string;
  text: string;
  attachments: { fileName: string; type: string; bytes: Buffer }[];
};

/** Reads a whole message: bytes as Latin 1. */
export function readMail(raw: string): ReadMail {
  const { headers, body } = parted(raw);
  const header = (name: string) => decodedWords(headers.find(([one]) => one === name)?.[1] ?? '');
  const mail: ReadMail = { headers, header, text: '', attachments: [] };
  readPart(headers, body, mail);
  return mail;
}

function parted(raw: string): { headers: [string, string][]; body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const head = end === -1 ? raw : raw.slice(0, end);
  const headers = head
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
    });
  return { headers, body: end === -1 ? '' : raw.slice(end + 4) };
}

function readPart(headers: [string, string][], body: string, mail: ReadMail): void {
  const of = (name: string) => headers.find(([one]) => one === name)?.[1] ?? '';
  const type = of('content-type');
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary !== undefined) {
    for (const part of body.split(`--${boundary}`).slice(1, -1)) {
      const inner = parted(part.replace(/^\r\n/, ''));
      readPart(inner.headers, inner.body, mail);
    }
    return;
  }
  const bytes = decoded(body, of('content-transfer-encoding').toLowerCase());
  const fileName = /filename="?([^";]+)"?/i.exec(of('content-disposition'))?.[1];
  if (fileName === undefined) mail.text += bytes.toString('utf8');
  else mail.attachments.push({ fileName, type: type.split(';')[0] ?? '', bytes });
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding === 'quoted-printable') return quotedPrintable(body.replace(/=\r\n/g, ''));
  return Buffer.from(body, 'latin1');
}

function quotedPrintable(text: string): Buffer {
  return Buffer.from(
    text.replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function decodedWords(value: string): string {
  return value
    .replace(/(=\?[^?]+\?[QB]\?[^?]*\?=)\s+(?==\?)/gi, '$1')
    .replace(/=\?utf-8\?([QB])\?([^?]*)\?=/gi, (_, kind: string, text: string) =>
      (kind.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' '))).toString(
        'latin1',
      ),
    )
    .replace(/[\x80-\xff]+/g, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'));
}
