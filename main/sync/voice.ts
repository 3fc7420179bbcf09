import { contactOf, keepContact } from '#db/station/contact';
import { identity } from '#db/station/identity';
import type { StationDb } from '#db/station/open';
import { assert } from '#domain/assert';
import { publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex } from '#main/chain/sha256';
import type { Host } from '#main/host';
import { HEADER, isReplyOf, signatureIn, signedHeaders, stationName, tokenNumber } from './signing.ts';
import { stationKey } from './stationKey.ts';

/** Counters that are reserved at once, so that not each request costs a write: a crash passes over what is left of them. */
const BLOCK = 100;
/**
 * Counters that are passed over at each start, as many as the ledger remembers: where two speak as one station, what the
 * other says next is too old then, and it finds out at once.
 */
const LEAP = 32;

/** Why a station cannot speak: it has no key here, or the key is not the one with which it was enrolled. */
export class Speechless extends Error {
  override readonly name = 'Speechless';
}

const KEYLESS_DO =
  'Start it as the user and on the machine where it was enrolled, with secrets.json of its folder; or enrol its series anew.';

/** What the ledger said of a request that it would not hear. */
export type Unheard = { code: string; facts: Record<string, string | number | null> };

/**
 * How a station speaks to its ledger and knows its answers. Each request takes a new counter, also after a crash; and
 * whatever the ledger's own key has not signed, for that very request, is not its answer.
 */
export class Voice {
  readonly #db: StationDb;
  readonly #host: Pick<Host, 'secrets'>;
  readonly #kept: () => void;
  #seed: string | null = null;
  #next = 0;
  #reserved = 0;

  /** @param kept hears that what must not be forgotten has changed, before anything is said with it */
  constructor(db: StationDb, host: Pick<Host, 'secrets'>, kept: () => void = () => {}) {
    this.#db = db;
    this.#host = host;
    this.#kept = kept;
  }

  /** The headers of a request. @param path from the first slash on, with its query */
  async headers(method: string, path: string, digest: string): Promise<Record<string, string>> {
    const self = identity(this.#db);
    const known = contactOf(this.#db);
    if (!self || !known) throw new Speechless('this station has not brought its key to the ledger yet');
    const seed = await this.#key(known.publicKey);
    const spoken = { method, path, digest, station: stationName(self), token: contactOf(this.#db)?.token ?? '' };
    return signedHeaders(seed, { ...spoken, counter: this.#counter() });
  }

  /** Whether the ledger said this in answer to a request with these headers. Its next token is kept. */
  isAnswer(asked: Record<string, string>, response: Response, text: string): boolean {
    const known = contactOf(this.#db);
    assert(known, 'an answer came before anything was asked');
    const token = response.headers.get(HEADER.token) ?? '';
    const said = { status: response.status, digest: sha256Hex(text), asked: asked[HEADER.signature] ?? '', token };
    if (!isReplyOf(known.ledgerKey, said, signatureIn(response.headers.get(HEADER.signature) ?? ''))) return false;
    if (tokenNumber(token) > tokenNumber(known.token)) this.#keep({ token });
    return true;
  }

  /**
   * Whether a request that was not heard may be said again, with a new counter: it was heard before, and it was ours. Not so
   * where the ledger knows of a counter or a token that this station never had: then somebody else speaks as this station,
   * or its folder is an older copy.
   */
  isOurs({ code, facts }: Unheard): boolean {
    if (code === 'counter_used') return facts.how !== 'other' && Number(facts.last) < this.#next;
    // A newer token than that was used, and by this station, if it ever held it.
    if (code === 'token_used') return Number(facts.current) <= tokenNumber(contactOf(this.#db)?.token ?? '');
    return false;
  }

  /** Each counter once: the block is written down before the first of it is used. */
  #counter(): number {
    if (this.#next === 0) {
      this.#reserved = contactOf(this.#db)?.counterReserved ?? 0;
      this.#next = this.#reserved + (this.#reserved === 0 ? 1 : LEAP + 1);
    }
    if (this.#next > this.#reserved) {
      this.#reserved = this.#next + BLOCK - 1;
      this.#keep({ counterReserved: this.#reserved });
    }
    this.#next += 1;
    return this.#next - 1;
  }

  #keep(change: Parameters<typeof keepContact>[1]): void {
    keepContact(this.#db, change);
    this.#kept();
  }

  async #key(publicKey: string): Promise<string> {
    if (this.#seed !== null) return this.#seed;
    // Kept only once it is the right one: a keychain that was locked may open at the next try.
    const seed = await stationKey(this.#host);
    if (seed === null) throw new Speechless(`This station’s key cannot be opened on this machine. ${KEYLESS_DO}`);
    if (publicKeyOf(seed) !== publicKey)
      throw new Speechless(`The key on this machine is another station’s. ${KEYLESS_DO}`);
    this.#seed = seed;
    return seed;
  }
}
