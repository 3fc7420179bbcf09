import type { EntryKind, EntryOf, Personal } from './entry.ts';

/** An entry with its hash, and what is personal in it: null where it was redacted. */
export type Recorded<K extends EntryKind> = { entry: EntryOf<K>; hash: string; personal: Personal | null };

/** The same at its place in this file's journal, counted from 1. */
export type Placed<K extends EntryKind> = Recorded<K> & { position: number };
