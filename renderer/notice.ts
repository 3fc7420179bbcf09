/**
 * What was refused of something that has no field to stand under: until the next thing is begun or succeeds, or one goes to
 * another screen. Never about an amount.
 */
export type Notice = {
  read(): string | null;
  tell(sentence: string | null): void;
  watch(changed: () => void): () => void;
};

export function createNotice(): Notice {
  let sentence: string | null = null;
  const watchers = new Set<() => void>();
  return {
    read: () => sentence,
    tell(now) {
      if (now === sentence) return;
      sentence = now;
      for (const changed of watchers) changed();
    },
    watch(changed) {
      watchers.add(changed);
      return () => {
        watchers.delete(changed);
      };
    },
  };
}
