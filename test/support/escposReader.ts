/*
 * Reads what an ESC/POS printer is sent, from the printer makers' command reference and apart from everything that
 * encodes. It knows the commands below and stops at any other, so a byte too many or too few is found where it is.
 */

/** A printed row: its text as it stands from the left edge, and how it looks. */
export type ReadRow = { text: string; align: 'left' | 'center' | 'right'; bold: boolean; wide: number; high: number };

export type ReadEvent =
  | ({ event: 'row' } & ReadRow)
  | { event: 'initialize' }
  | { event: 'kick'; pin: number; onMs: number; offMs: number; atOnce: boolean }
  | { event: 'qr'; content: string; model: number; module: number; correction: string }
  | { event: 'feed'; rows: number }
  | { event: 'cut'; how: 'full' | 'partial' }
  /** DLE EOT n, in real time, or GS r n, in its turn. */
  | { event: 'asked'; by: 'DLE EOT' | 'GS r'; what: number };

/** What was read, and how many bytes at the end are a command that is not complete yet. */
export type Reading = { events: ReadEvent[]; rest: number };

const PC852 =
  'ÇüéâäůćçłëŐőîŹÄĆÉĹĺôöĽľŚśÖÜŤťŁ×čáíóúĄąŽžĘę¬źČş«»░▒▓│┤ÁÂĚŞ╣║╗╝Żż┐└┴┬├─┼Ăă╚╔╩╦╠═╬¤đĐĎËďŇÍÎě┘┌█▄ŢŮ▀ÓßÔŃńňŠšŔÚŕŰýÝţ´\u00AD˝˛ˇ˘§÷¸°¨˙űŘř■\u00A0';
const PC737 =
  'ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρσςτυφχψ░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀ωάέήϊίόύϋώΆΈΉΊΌΎΏ±≥≤ΪΫ÷≈°∙·√ⁿ²■\u00A0';

/** The upper halves of the code pages, by the number that ESC t gives them. */
const PAGES: Readonly<Record<number, string>> = {
  14: PC737,
  16: upperHalf('windows-1252'),
  17: upperHalf('ibm866'),
  18: PC852,
};

/** Reads all commands and text. Throws at the first byte that is neither. */
export function readEscpos(bytes: Uint8Array): Reading {
  const reader = new Reader(bytes);
  return reader.read();
}

/** The rows of a reading as a person sees them on paper of `width` columns, large letters once per letter. */
export function rowsOf(events: readonly ReadEvent[]): string[] {
  return events.flatMap((event) => (event.event === 'row' ? [event.text.trimEnd()] : []));
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #events: ReadEvent[] = [];
  #at = 0;
  #row = '';
  #page = '';
  #align: ReadRow['align'] = 'left';
  #bold = false;
  #wide = 1;
  #high = 1;
  #qr = { content: '', model: 2, module: 3, correction: 'L' };

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  read(): Reading {
    while (this.#at < this.#bytes.length) {
      const length = this.#one();
      if (length === null) break;
      this.#at += length;
    }
    return { events: this.#events, rest: this.#bytes.length - this.#at };
  }

  /** Reads one command or letter and gives its length; null when its end is not there yet. */
  #one(): number | null {
    const byte = this.#byte(0);
    if (byte === 0x0a) return this.#printRow();
    if (byte === 0x1b) return this.#escape();
    if (byte === 0x1d) return this.#group();
    if (byte === 0x10) return this.#realTime();
    if (byte < 0x20 || byte === 0x7f) throw this.#unknown();
    this.#row += byte < 0x80 ? String.fromCharCode(byte) : this.#letter(byte);
    return 1;
  }

  #letter(byte: number): string {
    const letter = this.#page[byte - 0x80];
    if (letter === undefined || letter === '\uFFFD') throw this.#unknown();
    return letter;
  }

  #printRow(): number {
    const look = { align: this.#align, bold: this.#bold, wide: this.#wide, high: this.#high };
    this.#events.push({ event: 'row', text: this.#row, ...look });
    this.#row = '';
    return 1;
  }

  #escape(): number | null {
    if (!this.#has(2)) return null;
    const command = String.fromCharCode(this.#byte(1));
    if (command === '@') return this.#initialize();
    if (!this.#has(3)) return null;
    const n = this.#byte(2);
    switch (command) {
      case 'a':
        this.#align = this.#choose(n % 48, ['left', 'center', 'right'] as const);
        return 3;
      case 'E':
        this.#bold = (n & 1) === 1;
        return 3;
      case '!':
        this.#bold = (n & 0x08) !== 0;
        this.#high = n & 0x10 ? 2 : 1;
        this.#wide = n & 0x20 ? 2 : 1;
        return 3;
      case 't':
        this.#page = PAGES[n] ?? this.#fail(`code page ${n}`);
        return 3;
      case 'd':
        this.#events.push({ event: 'feed', rows: n });
        return 3;
      case 'p':
        return this.#kick(n);
      default:
        throw this.#unknown();
    }
  }

  #initialize(): number {
    this.#events.push({ event: 'initialize' });
    this.#row = '';
    // A printer's own page after this is set by its switches, so none may be relied upon.
    this.#page = '';
    this.#align = 'left';
    this.#bold = false;
    this.#wide = 1;
    this.#high = 1;
    return 2;
  }

  /** ESC p m t1 t2: the times count in 2 ms. */
  #kick(m: number): number | null {
    if (!this.#has(5)) return null;
    const pin = this.#choose(m % 48, [2, 5] as const);
    this.#events.push({
      event: 'kick',
      pin,
      onMs: this.#byte(3) * 2,
      offMs: this.#byte(4) * 2,
      atOnce: false,
    });
    return 5;
  }

  #group(): number | null {
    if (!this.#has(3)) return null;
    const command = String.fromCharCode(this.#byte(1));
    const n = this.#byte(2);
    switch (command) {
      case '!':
        this.#wide = (n >> 4) + 1;
        this.#high = (n & 0x0f) + 1;
        return 3;
      case 'V':
        this.#events.push({ event: 'cut', how: this.#choose(n % 48, ['full', 'partial'] as const) });
        return 3;
      case 'r':
        this.#events.push({ event: 'asked', by: 'GS r', what: n });
        return 3;
      case '(':
        return n === 0x6b ? this.#code() : this.#fail('GS ( other than k');
      default:
        throw this.#unknown();
    }
  }

  /** GS ( k pL pH cn fn …: two-dimensional codes; cn 49 is the QR code. */
  #code(): number | null {
    if (!this.#has(5)) return null;
    const length = this.#byte(3) + 256 * this.#byte(4);
    if (!this.#has(5 + length)) return null;
    if (this.#byte(5) !== 49) this.#fail(`two-dimensional code ${this.#byte(5)}`);
    const n = this.#byte(7);
    switch (this.#byte(6)) {
      case 65:
        this.#qr.model = n - 48;
        break;
      case 67:
        this.#qr.module = n;
        break;
      case 69:
        this.#qr.correction = this.#choose(n - 48, ['L', 'M', 'Q', 'H'] as const);
        break;
      case 80:
        this.#qr.content = Buffer.from(this.#bytes.subarray(this.#at + 8, this.#at + 5 + length)).toString('latin1');
        break;
      case 81:
        this.#events.push({ event: 'qr', ...this.#qr });
        break;
      default:
        this.#fail(`QR function ${this.#byte(6)}`);
    }
    return 5 + length;
  }

  /** DLE EOT n, and DLE DC4 1 m t: a pulse of t × 100 ms. */
  #realTime(): number | null {
    if (!this.#has(3)) return null;
    if (this.#byte(1) === 0x04) {
      this.#events.push({ event: 'asked', by: 'DLE EOT', what: this.#byte(2) });
      return 3;
    }
    if (this.#byte(1) !== 0x14 || this.#byte(2) !== 1) throw this.#unknown();
    if (!this.#has(5)) return null;
    const [pin, ms] = [this.#choose(this.#byte(3), [2, 5] as const), this.#byte(4) * 100];
    this.#events.push({ event: 'kick', pin, onMs: ms, offMs: ms, atOnce: true });
    return 5;
  }

  #has(length: number): boolean {
    return this.#at + length <= this.#bytes.length;
  }

  #byte(offset: number): number {
    return this.#bytes[this.#at + offset] ?? this.#fail('a byte that is there');
  }

  #choose<T>(place: number, choices: readonly T[]): T {
    return choices[place] ?? this.#fail(`choice ${place}`);
  }

  #unknown(): Error {
    const next = Buffer.from(this.#bytes.subarray(this.#at, this.#at + 8)).toString('hex');
    return new Error(`no ESC/POS command or letter at byte ${this.#at}: ${next}`);
  }

  #fail(what: string): never {
    throw new Error(`unknown ${what} at byte ${this.#at}`);
  }
}

function upperHalf(encoding: string): string {
  return new TextDecoder(encoding).decode(Uint8Array.from({ length: 128 }, (_, place) => place + 128));
}
