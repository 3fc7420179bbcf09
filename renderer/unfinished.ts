/** What a reload of the page would lose: it lives on the page and nowhere else. */
export type Loss =
  | 'payment'
  | 'change'
  | 'float'
  | 'count'
  | 'closing'
  | 'void'
  | 'undoing'
  | 'custody'
  | 'safe'
  | 'batch'
  | 'deposit'
  | 'dayClose'
  | 'held';

/** What is unfinished on the page, and whether a reload has just been kept away for it. */
export type Unfinished = {
  /** What was begun last of all that is unfinished; null when a reload loses nothing. */
  loss(): Loss | null;
  /** Something is unfinished, until the function that comes back is called. */
  begin(loss: Loss): () => void;
  /** Why the page was not reloaded; null when nobody has just tried. */
  kept(): Loss | null;
  keep(loss: Loss | null): void;
  /** Calls back when {@link kept} has changed. */
  watch(changed: () => void): () => void;
};

export function createUnfinished(): Unfinished {
  const begun: { loss: Loss }[] = [];
  const watchers = new Set<() => void>();
  let kept: Loss | null = null;
  function keep(loss: Loss | null) {
    if (loss === kept) return;
    kept = loss;
    for (const changed of watchers) changed();
  }
  return {
    loss: () => begun.at(-1)?.loss ?? null,
    begin(loss) {
      const one = { loss };
      begun.push(one);
      return () => {
        begun.splice(begun.indexOf(one), 1);
        keep(null);
      };
    },
    kept: () => kept,
    keep,
    watch(changed) {
      watchers.add(changed);
      return () => {
        watchers.delete(changed);
      };
    },
  };
}
