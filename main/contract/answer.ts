import type { Facts } from '#domain/facts';
import type { RefusalCode } from '#domain/refusal';
import type { Topic } from './definition.ts';

/** What the door answers to every call. A refusal carries its sentence; a failure is our own bug and is logged. */
export type Answer<T> =
  | { ok: true; value: T }
  | { ok: false; refusal: { code: RefusalCode; facts: Facts; sentence: string } }
  | { ok: false; failure: string };

/** What the door tells those who listen: these topics have changed. */
export type Announcement = { topics: Topic[] };

/** One caller's door: a page's, with its own session. The two verbs are all there is. */
export type Door = {
  call(name: string, input: unknown): Promise<Answer<unknown>>;
  listen(hear: (announcement: Announcement) => void): () => void;
};
