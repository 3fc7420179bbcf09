import * as z from 'zod';
import type { NewEntry } from '#db/ledger/entries';
import type { StationKey } from '#db/ledger/stations';
import { BusinessDay } from '#domain/businessDay';
import { canonical, type Json } from '#domain/canonical';
import { CommandId, preimage, type SealedEntry } from '#domain/entry';
import { Hash } from '#domain/hash';
import { sha256Hex } from '#main/chain/sha256';
import { isAskable } from './isAskable.ts';
import { shown } from './shown.ts';

/** What places an entry in its chain. Whatever else the text says is nobody's business until it is applied. */
const Placed = z.looseObject({
  formula: z.literal(1),
  district: z.string(),
  series: z.string(),
  epoch: z.int(),
  sequence: z.int().positive(),
  previousHash: Hash,
});

/** An entry as it arrived: one that can be stored if it follows, or a stray and why. */
export type Arrival = { sealed: SealedEntry } & (
  | { state: 'sound'; entry: NewEntry; json: Json }
  | { state: 'stray'; sequence: number | null; why: string }
);

/** Looks at what arrived without the database: is the text the one that was hashed, and is it for this chain? */
export function readArrival(sealed: SealedEntry, key: StationKey): Arrival {
  const json = parsed(sealed.text);
  const placed = Placed.safeParse(json);
  if (!placed.success) return { sealed, state: 'stray', sequence: null, why: 'the text is not an entry of a chain' };
  const { sequence, previousHash, ...rest } = placed.data;
  const stray = (why: string): Arrival => ({ sealed, state: 'stray', sequence, why });
  if (sha256Hex(preimage(sealed.text)) !== sealed.hash) return stray('the hash is not that of the text');
  if (rest.district !== key.district) return stray(`the text is of district ${shown(rest.district)}`);
  if (rest.series !== key.series) return stray(`the text is of series ${shown(rest.series)}`);
  if (rest.epoch !== key.epoch) return stray(`the text is of epoch ${rest.epoch}`);
  const entry = {
    sequence,
    text: sealed.text,
    previousHash,
    hash: sealed.hash,
    personal: sealed.personal === null ? null : canonical(sealed.personal),
    ...repeatedColumns(isAskable(sealed.text, json as Json) ? rest : {}),
  };
  return { sealed, state: 'sound', entry, json: json as Json };
}

/** JSON, or nothing. Half a character pair has no UTF-8, so it could not be kept letter by letter. */
function parsed(text: string): unknown {
  if (!text.isWellFormed()) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const Kind = z.string().regex(/^[a-z_]{1,40}$/);
const Day = BusinessDay.refine((day) => day >= '1900-01-01');
const Instant = z.int().min(0);
const Actor = z.string().regex(/^[a-z][a-z0-9.-]{0,39}$/);

/**
 * Columns that repeat the text. An entry is stored whatever it says, so what cannot be read stays empty; where nothing can
 * be asked of it, all of them, so that no query of a kind or a day finds it.
 */
function repeatedColumns(text: Record<string, unknown>) {
  const read = <T>(schema: z.ZodType<T>, value: unknown): T | null => schema.safeParse(value).data ?? null;
  return {
    kind: read(Kind, text.kind),
    businessDay: read(Day, text.businessDay),
    recordedAt: read(Instant, text.recordedAt),
    actor: read(Actor, text.actor),
    commandId: read(CommandId, text.commandId)?.toLowerCase() ?? null,
  };
}
