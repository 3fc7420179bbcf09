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

/** Who may speak with the door: start tokens that open a session once, and the sessions they opened. */
export type Sessions = {
  /** A new start token: works once, lapses after ten minutes. */
  invite(): string;
  /** Uses a start token up. Answers whether it was one. */
  take(token: string): boolean;
  /** Opens a session with a door of its own and answers its secret. */
  open(): string;
  /** The session of a secret, marked as used now, or null. */
  of(secret: string | null): Session | null;
  /** Ends every session. */
  close(): void;
};

export const INVITATION_LIFE_MS = 10 * 60_000;
export const INVITATIONS_MAX = 16;
export const SESSION_IDLE_MS = 12 * 3_600_000;
export const SESSIONS_MAX = 16;
export const STREAMS_MAX = 8;

type Kept = { door: Door; usedAt: number; ends: Set<() => void> };

/**
 * Keeps sessions in memory only: after a restart every page needs a fresh start address.
 * @param needs the clock, a source of chance, and how a new door is made
 */
export function createSessions(needs: { now(): number; random(bytes: number): Uint8Array; connect(): Door }): Sessions {
  const invitations = new Map<string, number>();
  const sessions = new Map<string, Kept>();
  const secret = () => Buffer.from(needs.random(32)).toString('base64url');
  const drop = (name: string) => {
    const kept = sessions.get(name);
    sessions.delete(name);
    for (const end of kept?.ends ?? []) end();
  };
  const dropIdle = () => {
    for (const [name, kept] of sessions)
      if (kept.ends.size === 0 && needs.now() - kept.usedAt > SESSION_IDLE_MS) drop(name);
  };

  return {
    invite() {
      const token = secret();
      invitations.set(token, needs.now());
      dropOldest(invitations, INVITATIONS_MAX, (name) => invitations.delete(name));
      return token;
    },
    take(token) {
      const invitedAt = invitations.get(token);
      invitations.delete(token);
      return invitedAt !== undefined && needs.now() - invitedAt <= INVITATION_LIFE_MS;
    },
    open() {
      dropIdle();
      const name = secret();
      sessions.set(name, { door: needs.connect(), usedAt: needs.now(), ends: new Set() });
      dropOldest(sessions, SESSIONS_MAX, drop);
      return name;
    },
    of(name) {
      if (name === null) return null;
      dropIdle();
      const kept = sessions.get(name);
      if (!kept) return null;
      kept.usedAt = needs.now();
      // The map keeps the order of use, so that the first one is the one used longest ago.
      sessions.delete(name);
      sessions.set(name, kept);
      return sessionOf(kept);
    },
    close() {
      for (const name of [...sessions.keys()]) drop(name);
      invitations.clear();
    },
  };
}

function sessionOf(kept: Kept): Session {
  return {
    door: kept.door,
    join(end) {
      kept.ends.add(end);
      const [oldest] = kept.ends;
      if (kept.ends.size > STREAMS_MAX) oldest?.();
      return () => {
        kept.ends.delete(end);
      };
    },
  };
}

/** A map keeps its order, so its first key is the oldest. */
function dropOldest(map: ReadonlyMap<string, unknown>, most: number, drop: (name: string) => void): void {
  for (const name of map.keys()) {
    if (map.size <= most) return;
    drop(name);
  }
}
