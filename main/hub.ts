import type { Announcement } from '#contract/answer';
import type { Topic } from '#contract/definition';
import type { Logger } from './log.ts';

/** Who listens at this station's doors, and how they are told that something changed. */
export type Hub = {
  listen(hear: (announcement: Announcement) => void): () => void;
  announce(topics: readonly Topic[]): void;
};

/** A listener that breaks is logged and nothing more: what it would have heard of has happened all the same. */
export function createHub(log: Logger): Hub {
  const listeners = new Set<(announcement: Announcement) => void>();
  return {
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    announce(topics) {
      if (topics.length === 0) return;
      for (const hear of listeners) {
        try {
          hear({ topics: [...topics] });
        } catch (error) {
          log.error('a listener failed', { why: String(error) });
        }
      }
    },
  };
}
