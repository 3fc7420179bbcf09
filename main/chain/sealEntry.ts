import { assert } from '#domain/assert';
import type { BusinessDay } from '#domain/businessDay';
import {
  type EntryKind,
  type EntryOf,
  entryText,
  FORMULA,
  type Payload,
  type Personal,
  personalPreimage,
  preimage,
  type SealedEntry,
} from '#domain/entry';
import { gathered, imbalance, type Posting } from '#domain/posting';
import { sha256Hex } from './sha256.ts';

/** What a verb wants written; sealing adds place, time, chain and hash. */
export type Draft<K extends EntryKind> = {
  kind: K;
  businessDay: BusinessDay;
  payload: Payload<K>;
  postings?: readonly Posting[];
  approver?: string | null;
  /** The yes that it spends, where one was given at this counter. */
  approval?: string;
  personal?: Omit<Personal, 'salt'>;
};

/** Who writes, when and where: the same for everything that one command writes. */
export type Writer = {
  now: number;
  commandId: string;
  actor: { person: string };
  station: { district: string; series: string; epoch: number };
  newSalt(): string;
  /** Hears of each entry that is sealed for this command, in order: what was committed is copied without reading it back. */
  sealed?(entry: SealedEntry): void;
};

/** An entry in its place, with the text that was hashed, letter by letter. */
export type Sealed<K extends EntryKind> = { entry: EntryOf<K>; text: string; hash: string; personal: Personal | null };

/** Makes a balanced entry that stands right after a head, chained to it. */
export function sealEntry<K extends EntryKind>(
  draft: Draft<K>,
  head: { sequence: number; hash: string },
  by: Writer,
): Sealed<K> {
  const postings = gathered(draft.postings ?? []);
  assert(imbalance(postings) === 0, `${draft.kind} does not balance`);
  const personal =
    draft.personal && Object.keys(draft.personal).length > 0 ? { salt: by.newSalt(), ...draft.personal } : null;
  const entry = {
    formula: FORMULA,
    // Named one by one: a station's identity also holds its token, which must never get in here.
    district: by.station.district,
    series: by.station.series,
    epoch: by.station.epoch,
    sequence: head.sequence + 1,
    kind: draft.kind,
    businessDay: draft.businessDay,
    recordedAt: by.now,
    actor: by.actor.person,
    approver: draft.approver ?? null,
    ...(draft.approval === undefined ? {} : { approval: draft.approval }),
    commandId: by.commandId,
    postings,
    payload: draft.payload,
    personalDigest: personal && sha256Hex(personalPreimage(personal)),
    previousHash: head.hash,
  } as EntryOf<K>;
  const text = entryText(entry);
  const hash = sha256Hex(preimage(text));
  by.sealed?.({ text, hash, personal });
  return { entry, text, hash, personal };
}
