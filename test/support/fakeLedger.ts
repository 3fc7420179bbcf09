import { gunzipSync } from 'node:zlib';
import type { AccountDelta } from '#domain/account';
import type { Policy } from '#domain/district';
import { Entry, GENESIS, preimage, type SealedEntry } from '#domain/entry';
import { sha256Hex } from '#main/chain/sha256';
import type { EnrolReply, FeedPage, FeedRow, JournalReply, PersonDelta } from '#main/sync/wire';
import { JournalRun } from '#main/sync/wire';

/** What a ledger knows at the start of a test. */
export type LedgerStock = {
  policy: Policy;
  people: PersonDelta[];
  accounts: AccountDelta[];
  series?: string;
  training?: boolean;
};

/** The network edge: a ledger in memory, behind `fetch`, that can go away, lose answers and repeat itself. */
export type FakeLedger = {
  fetch: typeof fetch;
  /** What it holds of the station's journal, in order. */
  entries: SealedEntry[];
  /** How the line is: `up`, `down`, or `mute`: it hears and stores, but its answer is lost (F07). */
  line: 'up' | 'down' | 'mute' | 'portal';
  requests: number;
  /** Forgets the last entries, as a ledger restored from an old backup does. */
  restoreTo(sequence: number): void;
};

export function createFakeLedger(stock: LedgerStock): FakeLedger {
  const series = stock.series ?? 'W3';
  const accounts = new Map(stock.accounts.map((account) => [account.accountNumber, structuredClone(account)]));
  const versions = new Map<string, number>();
  let version = 1;
  for (const number of accounts.keys()) versions.set(number, ++version);

  const ledger: FakeLedger = {
    entries: [],
    line: 'up',
    requests: 0,
    fetch: answer,
    restoreTo: (sequence) => void ledger.entries.splice(sequence),
  };

  async function answer(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
    ledger.requests += 1;
    if (ledger.line === 'down') throw new TypeError('fetch failed');
    if (ledger.line === 'portal')
      return new Response('<html>Welcome to the hotel</html>', {
        status: 200,
        headers: { 'content-type': 'text/html' },
      });
    const url = new URL(String(input));
    const reply =
      url.pathname === '/v1/enrol'
        ? enrol()
        : url.pathname === '/v1/feed'
          ? feed(url)
          : url.pathname === '/v1/journal'
            ? receive(init)
            : null;
    if (ledger.line === 'mute') throw new TypeError('the answer was lost');
    return reply === null
      ? new Response('{}', { status: 404 })
      : Response.json(reply, { status: 'outcome' in reply && reply.outcome === 'conflict' ? 409 : 200 });
  }

  function enrol(): EnrolReply {
    return {
      stationToken: 'token-'.padEnd(40, 'x'),
      district: stock.policy.district,
      series,
      epoch: 1,
      training: stock.training ?? false,
    };
  }

  function feed(url: URL): FeedPage {
    const after = Number(url.searchParams.get('after') || 0);
    const rows: FeedRow[] = [];
    if (after < 1) {
      rows.push({ kind: 'policy', version: 1, policy: stock.policy });
      for (const person of stock.people) rows.push({ kind: 'person', version: 1, person });
    }
    for (const [number, at] of versions) {
      const account = accounts.get(number);
      if (account && at > after) rows.push({ kind: 'account', version: at, account: structuredClone(account) });
    }
    return { rows: rows.slice(0, 1_000), cursor: String(version), complete: true };
  }

  function receive(init?: RequestInit): JournalReply {
    const body = JSON.parse(gunzipSync(init?.body as unknown as Uint8Array).toString('utf8'));
    const run = JournalRun.parse(body);
    let isNew = false;
    for (const sealed of run.entries) {
      const entry = Entry.parse(JSON.parse(sealed.text));
      const there = ledger.entries[entry.sequence - 1];
      if (there?.hash === sealed.hash) continue;
      const previous = ledger.entries.at(-1)?.hash ?? GENESIS;
      if (
        there ||
        entry.sequence !== ledger.entries.length + 1 ||
        entry.previousHash !== previous ||
        sha256Hex(preimage(sealed.text)) !== sealed.hash
      ) {
        return { outcome: 'conflict', head: head() };
      }
      ledger.entries.push(sealed);
      apply(entry);
      isNew = true;
    }
    return { outcome: isNew ? 'created' : 'exists', head: head() };
  }

  function head(): JournalReply['head'] {
    return { epoch: 1, sequence: ledger.entries.length, hash: ledger.entries.at(-1)?.hash ?? GENESIS };
  }

  function apply(entry: Entry): void {
    if (entry.kind !== 'receipt_issued' && entry.kind !== 'receipt_voided') return;
    const sign = entry.kind === 'receipt_issued' ? 1 : -1;
    const { lines } = entry.kind === 'receipt_issued' ? entry.payload : entry.payload.receipt;
    for (const line of lines) {
      const account = accounts.get(line.accountNumber);
      if (!account) continue;
      for (const paid of line.charges) {
        const charge = account.charges.find((known) => known.chargeId === paid.chargeId);
        if (charge) charge.openCents -= sign * paid.cents;
        else if (sign === -1) account.charges.push({ ...paid, openCents: paid.cents } as never);
      }
      account.charges = account.charges.filter((charge) => charge.openCents > 0);
      account.unappliedCents += sign * line.unappliedCents;
      account.appliedThrough = { epoch: entry.epoch, sequence: entry.sequence };
      versions.set(line.accountNumber, ++version);
    }
  }

  return ledger;
}
