import { canonical, type Json } from '#domain/canonical';

/**
 * Whether a text is the one canonical form of the value that was parsed from it. Almost every text is, so the common
 * case is told without writing the value out key by key: when the platform writes it back letter by letter (so nothing
 * is spaced, doubled or written otherwise) and its keys are in order, it is canonical.
 */
export function isCanonical(text: string, value: Json): boolean {
  if (JSON.stringify(value) === text && isInOrder(value)) return true;
  // Keys that look like numbers are always moved to the front by the platform, so here the long way decides.
  return canonical(value) === text;
}

function isInOrder(value: Json | undefined): boolean {
  if (value === null || typeof value !== 'object') return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const key in value) {
    if (key < before || !isInOrder(value[key])) return false;
    before = key;
  }
  return true;
}
