import { isSignedBy, publicKeyOf } from '#main/chain/ed25519';
import { sha256Hex, sha256OfBytes } from '#main/chain/sha256';
import { type Contact, FIRST_CONTACT, judgeContact, knownBy } from '#main/ledger/judgeContact';
import { spokenIn } from '#main/ledger/spoken';
import {
  fingerprintOf,
  HEADER,
  NO_TOKEN,
  replySignature,
  requestText,
  tokenNumberBy,
  tokenOf,
} from '#main/sync/signing';

/** What an answer of a made-up ledger says, before it is signed. */
export type Said = { status: number; body: unknown; retryAfter?: number };

/** The secret with which every made-up ledger signs. */
export const FAKE_LEDGER_SEED = 'fake-ledger-'.padEnd(42, 'x').concat('A');
const LEDGER_KEY = publicKeyOf(FAKE_LEDGER_SEED);

/** An enrolment token of the made-up ledger, as finance would hand it over. */
export const FAKE_ENROLMENT_TOKEN = `quarry-bay.${'e'.repeat(43)}.${fingerprintOf(LEDGER_KEY)}`;

/** The made-up ledger's side of the signed wire: it hears what a station it has enrolled says for the first time. */
export type FakeWire = {
  /** What an enrolment tells of keys: the station is known by its own from then on. */
  enrol(publicKey: string, station: string): { ledgerKey: string; token: string };
  /** Why a request is not heard, as the ledger would refuse it; null where it is. */
  refused(request: { path: string; init: RequestInit | undefined }): Said | null;
  /** Forgets who said what, as a ledger that is restored from a backup of its first day. */
  forget(): void;
  /** The answer to a request, signed. */
  answer(init: RequestInit | undefined, said: Said): Response;
};

export function createFakeWire(): FakeWire {
  const contacts = new Map<string, Contact>();
  const next = new Map<string, string>();
  return {
    enrol(publicKey, station) {
      contacts.set(publicKey, FIRST_CONTACT);
      return { ledgerKey: LEDGER_KEY, token: tokenOf(FAKE_LEDGER_SEED, station, FIRST_CONTACT.token) };
    },
    refused({ path, init }) {
      const headers = Object.fromEntries(new Headers(init?.headers));
      const spoken = spokenIn({ method: init?.method ?? 'GET', url: path, headers });
      const known = [...contacts].find(([key]) => isSignedBy(key, requestText(spoken), spoken.signature));
      if (!known || spoken.digest !== digestOf(init)) return refusal('station_signature_wrong', {});
      const token = tokenNumberBy(LEDGER_KEY, spoken.station, spoken.token);
      const judged = judgeContact(known[1], { counter: spoken.counter, by: knownBy(spoken.signature), token });
      if (judged.as === 'heard') {
        contacts.set(known[0], judged.contact);
        next.set(spoken.signature, tokenOf(FAKE_LEDGER_SEED, spoken.station, judged.contact.token));
        return null;
      }
      const { as: code, ...facts } = judged;
      return refusal(code, facts);
    },
    forget() {
      for (const key of contacts.keys()) contacts.set(key, FIRST_CONTACT);
    },
    answer(init, { status, body, retryAfter }) {
      const answer = signedText(init, status, JSON.stringify(body), next.get(signatureOf(init)) ?? NO_TOKEN);
      if (retryAfter !== undefined) answer.headers.set('retry-after', String(retryAfter));
      return answer;
    },
  };
}

/** An answer in the made-up ledger's name, signed for the request that it answers. */
export async function signedOver(init: RequestInit | undefined, answer: Response): Promise<Response> {
  return signedText(init, answer.status, await answer.text(), NO_TOKEN);
}

function signedText(init: RequestInit | undefined, status: number, text: string, token: string): Response {
  const said = { status, digest: sha256Hex(text), asked: signatureOf(init), token };
  const headers = { 'content-type': 'application/json', [HEADER.token]: token };
  const signature = replySignature(FAKE_LEDGER_SEED, said);
  return new Response(text, { status, headers: { ...headers, [HEADER.signature]: signature } });
}

const signatureOf = (init: RequestInit | undefined) => new Headers(init?.headers).get(HEADER.signature) ?? '';

function digestOf(init: RequestInit | undefined): string {
  const body = init?.body ?? '';
  return typeof body === 'string' ? sha256Hex(body) : sha256OfBytes(body as Uint8Array);
}

function refusal(code: string, facts: object): Said {
  return { status: 403, body: { code, sentence: 'This was not heard.', facts } };
}
