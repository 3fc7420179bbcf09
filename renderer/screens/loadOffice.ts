type OfficeScreens = typeof import('./Office.tsx');

let here: OfficeScreens | null = null;

/** Brings the office's screens: a part of the page of their own, which nobody at the counter waits for. */
export async function loadOffice(): Promise<OfficeScreens> {
  here ??= await import('./Office.tsx');
  return here;
}

/** The office's screens once they have come: then they are drawn at once, and no key falls between two screens. */
export function officeHere(): OfficeScreens | null {
  return here;
}
