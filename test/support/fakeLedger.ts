import { gunzipSync } from 'node:zlib';
import type { AccountDelta } from '#domain/account';
import type { Policy } from '#domain/district';
import { Entry, GENESIS, preimage, type SealedEntry } from '#domain/entry';
import { sha256Hex, sha256OfBytes } from '#main/chain/sha256';
import { runDigest } from '#main/sync/signing';
import type {
  DrawerDelta,
  EnrolReply,
  FeedPage,
  FloatDelta,
  JournalReply,
  PersonDelta,
  WireRefusal,
} from '#main/sync/wire';
import { AttachmentSent, AttachmentsAsked, EnrolRequest, FEED_ROWS_MAX, JournalRun } from '#main/sync/wire';
import { createFakeBooks, type FakeBooks } from './fakeBooks.ts';
import { createFakeWire, type FakeWire, type Said } from './fakeWire.ts';

/** What a ledger knows at the start of a test. */
export type LedgerStock = {
  policy: Policy;
  people: PersonDelta[];
  accounts: AccountDelta[];
  /** Floats that were issued for the station before it first asked. */
  floats?: FloatDelta[];
  /** Floats that were taken back. */
  takenBack?: string[];
  /** Drawers of other stations. */
  drawers?: DrawerDelta[];
  /** The days that are closed for this station, in the order in which it hears of them. */
  closedThrough?: readonly string[];
  series?: string;
  training?: boolean;
  /** Whether the feed tells how far it has the station's journal. */
  tellsStored?: boolean;
};

/**
 * How the line is. `up`. `down`: nobody there. `mute`: it hears and stores, but its answer is lost (F07). `hangs`: it
 * takes the request and never answers. `twice`: each request arrives twice, the second time after it was answered. `portal`, `portal-login`: a hotel's page
 * answers, with 200 or 403. `gibberish`: JSON that says nothing. `endless`: an answer that never ends. `broken`: an
 * error of its own.
 */
export type LineState =
  | 'up'
  | 'down'
  | 'mute'
  | 'hangs'
  | 'twice'
  | 'portal'
  | 'portal-login'
  | 'gibberish'
  | 'endless'
  | 'broken';

/** The network edge: a ledger in memory, behind `fetch`, that can go away, lose answers and repeat itself. */
export type FakeLedger = {
  fetch: typeof fetch;
  /** What it holds of the station's journal, in order. */
  entries: SealedEntry[];
  /** What a stopped station sent of its branch. */
  strays: SealedEntry[];
  /** Files of paid-outs, by their SHA-256. */
  files: Map<string, Buffer>;
  books: FakeBooks;
  wire: FakeWire;
  line: LineState;
  requests: number;
  /** Requests that it took and does not answer. */
  hanging: number;
  /** It answers at once. */
  underWay: 0;
  /** Entries of each run that came, in order. */
  runs: number[];
  /** While set, everything is refused in the ledger's own words. */
  refusal: (WireRefusal & { status: number; retryAfter?: number }) | null;
  /** The entry that it will not take, whatever is tried. */
  poison: number | null;
  /** While set, the feed says there is more and repeats itself for ever. */
  neverComplete: boolean;
  /** Forgets the last entries and what they did, as a ledger restored from an old backup does. */
  restoreTo(sequence: number): void;
};

export function createFakeLedger(stock: LedgerStock): FakeLedger {
  const series = stock.series ?? 'W3';
  const ledger: FakeLedger = {
    entries: [],
    strays: [],
    files: new Map(),
    books: createFakeBooks(stock.accounts),
    wire: createFakeWire(),
    line: 'up',
    requests: 0,
    hanging: 0,
    underWay: 0,
    runs: [],
    refusal: null,
    poison: null,
    neverComplete: false,
    fetch: answer,
    restoreTo(sequence) {
      ledger.entries.splice(sequence);
      ledger.wire.forget();
      ledger.books = createFakeBooks(stock.accounts);
      for (const sealed of ledger.entries) ledger.books.apply(Entry.parse(JSON.parse(sealed.text)));
    },
  };

  async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    ledger.requests += 1;
    const url = new URL(String(input));
    switch (ledger.line) {
      case 'down':
        throw new TypeError('fetch failed');
      case 'hangs':
        return silence(init?.signal);
      case 'portal':
        return html(200);
      case 'portal-login':
        return html(403);
      case 'gibberish':
        return Response.json({ outcome: 'created', head: { epoch: 1 } });
      case 'endless':
        return new Response(endless());
      case 'broken':
        return ledger.wire.answer(init, {
          status: 500,
          body: { code: 'failure', sentence: 'The ledger could not finish this.' },
        });
      case 'twice': {
        const first = handled(url, init);
        handled(url, init);
        return first;
      }
      case 'mute':
        handled(url, init);
        throw new TypeError('the answer was lost');
      case 'up':
        return handled(url, init);
    }
  }

  /** An answer that never comes: only the caller's own patience ends it. */
  async function silence(signal: AbortSignal | null | undefined): Promise<Response> {
    ledger.hanging += 1;
    try {
      return await new Promise((_, reject) => {
        signal?.throwIfAborted();
        signal?.addEventListener('abort', () => reject(signal.reason), { once: true });
      });
    } finally {
      ledger.hanging -= 1;
    }
  }

  function handled(url: URL, init?: RequestInit): Response {
    return ledger.wire.answer(init, said(url, init));
  }

  function said(url: URL, init?: RequestInit): Said {
    if (ledger.refusal) {
      const { status, retryAfter, ...body } = ledger.refusal;
      return { status, body, ...(retryAfter === undefined ? {} : { retryAfter }) };
    }
    if (url.pathname === '/v1/enrol') return fine(enrol(init));
    const unheard = ledger.wire.refused({ path: url.pathname + url.search, init });
    if (unheard) return unheard;
    if (url.pathname === '/v1/feed') return fine(feed(url));
    if (url.pathname === '/v1/attachments/wanted') return fine(wanted(init));
    if (url.pathname === '/v1/attachments') return keep(init);
    if (url.pathname === '/v1/strays') return fine(keepStrays(init));
    if (url.pathname !== '/v1/journal') return { status: 404, body: {} };
    const body = receive(init);
    return { status: body.outcome === 'conflict' ? 409 : 200, body };
  }

  function enrol(init?: RequestInit): EnrolReply {
    const { publicKey } = EnrolRequest.parse(JSON.parse(String(init?.body)));
    const { district } = stock.policy;
    return {
      ...ledger.wire.enrol(publicKey, `${district}/${series}/1`),
      ...{ lastZ: 0, issuedBeforeCents: 0 },
      ...{ district, series, epoch: 1 },
      training: stock.training ?? false,
    };
  }

  function feed(url: URL): FeedPage {
    if (ledger.neverComplete) return { rows: [], cursor: '7:account:same', complete: false };
    // A cursor of the future: this ledger was restored, so everything is told anew.
    const asked = Number.parseInt(url.searchParams.get('after') || '0', 10);
    const after = asked > ledger.books.version() ? 0 : asked;
    const rows: FeedPage['rows'] = after < 1 ? [{ kind: 'policy', version: 1, policy: stock.policy }] : [];
    if (after < 1) for (const person of stock.people) rows.push({ kind: 'person', version: 1, person });
    rows.push(...ledger.books.rowsAfter(after));
    if (after < 1) for (const float of stock.floats ?? []) rows.push({ kind: 'float', version: 1, float });
    if (after < 1)
      for (const through of stock.closedThrough ?? []) rows.push({ kind: 'closed', version: 1, closed: { through } });
    if (after < 1) for (const drawer of stock.drawers ?? []) rows.push({ kind: 'drawer', version: 1, drawer });
    if (after < 1)
      for (const handoff of stock.takenBack ?? [])
        rows.push({ kind: 'taken_back', version: 1, takenBack: { handoff } });
    const page = rows.slice(0, FEED_ROWS_MAX);
    const stored = stock.tellsStored === false ? {} : { stored: ledger.entries.length };
    const cursor = String(page.at(-1)?.version ?? after);
    return { rows: page, cursor, complete: page.length === rows.length, ...stored };
  }

  function wanted(init?: RequestInit) {
    const { sha256s } = AttachmentsAsked.parse(JSON.parse(String(init?.body)));
    return { wanted: sha256s.filter((sha256) => !ledger.files.has(sha256)) };
  }

  /** What no entry names is refused. That a file was there already is all the same to a station. */
  function keep(init?: RequestInit): Said {
    const { sequence, base64 } = AttachmentSent.parse(unpacked(init));
    const bytes = Buffer.from(base64, 'base64');
    const sha256 = sha256OfBytes(bytes);
    if (!ledger.entries[sequence - 1]?.text.includes(`"sha256":"${sha256}"`))
      return { status: 400, body: { code: 'attachment_unnamed', sentence: 'No paid-out names this file.' } };
    ledger.files.set(sha256, bytes);
    return fine({ outcome: 'created' });
  }

  function keepStrays(init?: RequestInit) {
    const { entries } = JournalRun.parse(unpacked(init));
    ledger.strays.push(...entries);
    return { kept: entries.length, run: runDigest(entries) };
  }

  function receive(init?: RequestInit): JournalReply {
    const run = JournalRun.parse(unpacked(init));
    ledger.runs.push(run.entries.length);
    const about = runDigest(run.entries);
    let isNew = false;
    for (const sealed of run.entries) {
      const entry = Entry.parse(JSON.parse(sealed.text));
      if (ledger.entries[entry.sequence - 1]?.hash === sealed.hash) continue;
      if (!follows(entry, sealed)) return { outcome: 'conflict', head: head(), run: about };
      ledger.entries.push(sealed);
      ledger.books.apply(entry);
      isNew = true;
    }
    return { outcome: isNew ? 'created' : 'exists', head: head(), run: about };
  }

  function follows(entry: Entry, sealed: SealedEntry): boolean {
    return (
      entry.sequence === ledger.entries.length + 1 &&
      entry.sequence !== ledger.poison &&
      entry.previousHash === (ledger.entries.at(-1)?.hash ?? GENESIS) &&
      sha256Hex(preimage(sealed.text)) === sealed.hash
    );
  }

  function head(): JournalReply['head'] {
    return { epoch: 1, sequence: ledger.entries.length, hash: ledger.entries.at(-1)?.hash ?? GENESIS };
  }

  return ledger;
}

function unpacked(init?: RequestInit): unknown {
  return JSON.parse(gunzipSync(init?.body as unknown as Uint8Array).toString('utf8'));
}

const fine = (body: unknown): Said => ({ status: 200, body });

function html(status: number): Response {
  const headers = { 'content-type': 'text/html' };
  return new Response('<html>Welcome to the hotel. Please accept our terms.</html>', { status, headers });
}

function endless(): ReadableStream<Uint8Array> {
  return new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array(4_000_000).fill(0x20)) });
}
