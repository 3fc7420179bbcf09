/** Start tokens: each opens one session, once. */
export type Invitations = {
  /** A new start token. Works once, lapses after ten minutes. */
  invite(): string;
  /** Uses a start token up. Answers whether it was one. */
  take(token: string): boolean;
};

export const INVITATION_LIFE_MS = 10 * 60_000;
const INVITATIONS_MAX = 16;

/** Keeps start tokens in memory only. Of more than {@link INVITATIONS_MAX} the oldest is forgotten. */
export function createInvitations(now: () => number, newSecret: () => string): Invitations {
  const invitedAt = new Map<string, number>();
  return {
    invite() {
      const token = newSecret();
      invitedAt.set(token, now());
      // A map keeps its order, so its first key is the oldest.
      const [oldest] = invitedAt.keys();
      if (invitedAt.size > INVITATIONS_MAX && oldest !== undefined) invitedAt.delete(oldest);
      return token;
    },
    take(token) {
      const at = invitedAt.get(token);
      invitedAt.delete(token);
      return at !== undefined && now() - at <= INVITATION_LIFE_MS;
    },
  };
}
