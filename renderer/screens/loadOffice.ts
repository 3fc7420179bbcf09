/** Brings the office's screens: a part of the page of their own, which nobody at the counter waits for. */
export function loadOffice(): Promise<typeof import('./Office.tsx')> {
  return import('./Office.tsx');
}
