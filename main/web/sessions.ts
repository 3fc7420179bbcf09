import type { Door } from '#contract/answer';

/** One browser's session: its own door, so its own signed-in person. */
export type Session = {
  readonly door: Door;
  /**
   * Counts a stream of announcements in; what it answers counts it out. `end` is called when the session is dropped, or
   * when more streams than {@link STREAMS_MAX} are open and this is the oldest.
   */
  join(end: () => void): () => void;
};

/** The sessions that are open, each known by a secret. */
export type Sessions = {
  /** Opens a session with a door of its own and answers its secret. */
  open(): string;
  /** The session of a secret, marked as used now, or null. */
  of(secret: string | null): Session | null;
  /** Ends every session. */
  close(): void;
};

export const SESSION_IDLE_MS = 12 * 3_600_000;
export const SESSIONS_MAX = 16;
export const STREAMS_MAX = 8;

type Kept = { session: Session; usedAt: number; ends: Set<() => void> };

/**
 * Keeps sessions in memory only: after a restart every page needs a fresh start address. One that nobody used for
 * {@link SESSION_IDLE_MS} is dropped, and of more than {@link SESSIONS_MAX} the one used longest ago.
 */
export function createSessions(now: () => number, newSecret: () => string, connect: () => Door): Sessions {
  const sessions = new Map<string, Kept>();
  const drop = (name: string) => {
    const kept = sessions.get(name);
    sessions.delete(name);
    for (const end of kept?.ends ?? []) end();
  };
  const dropIdle = () => {
    for (const [name, { ends, usedAt }] of sessions)
      if (ends.size === 0 && now() - usedAt > SESSION_IDLE_MS) drop(name);
  };
  return {
    open() {
      dropIdle();
      const name = newSecret();
      sessions.set(name, keep(connect(), now()));
      const [usedLongestAgo] = sessions.keys();
      if (sessions.size > SESSIONS_MAX && usedLongestAgo !== undefined) drop(usedLongestAgo);
      return name;
    },
    of(name) {
      dropIdle();
      const kept = name === null ? undefined : sessions.get(name);
      if (name === null || !kept) return null;
      // A map keeps its order, so the first is the one used longest ago.
      sessions.delete(name);
      sessions.set(name, { ...kept, usedAt: now() });
      return kept.session;
    },
    close() {
      for (const name of [...sessions.keys()]) drop(name);
    },
  };
}

function keep(door: Door, usedAt: number): Kept {
  const ends = new Set<() => void>();
  const session: Session = {
    door,
    join(end) {
      ends.add(end);
      const [oldest] = ends;
      if (ends.size > STREAMS_MAX) oldest?.();
      return () => {
        ends.delete(end);
      };
    },
  };
  return { session, usedAt, ends };
}
