/** How long a second person's yes holds (design §8). */
export const APPROVAL_LASTS_MS = 120_000;
