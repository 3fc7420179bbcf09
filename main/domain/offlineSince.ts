/** Since when a station is offline (ms), as receipts keep it and the lower limits count; null while it is not. */
export const offlineSince = ({ state, since }: { state: string; since: number }): number | null =>
  state === 'offline' ? since : null;
