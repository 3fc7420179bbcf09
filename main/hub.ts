import type { Announcement } from '#contract/answer';
import type { Topic } from '#contract/definition';

/** Who listens at this station's doors, and how they are told that something changed. */
export type Hub = {
  listen(hear: (announcement: Announcement) => void): () => void;
  announce(topics: readonly Topic[]): void;
};

export function createHub(): Hub {
  const listeners = new Set<(announcement: Announcement) => void>();
  return {
    listen(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
    announce(topics) {
      if (topics.length === 0) return;
      for (const hear of listeners) hear({ topics: [...topics] });
    },
  };
}
