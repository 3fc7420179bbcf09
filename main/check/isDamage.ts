/** What SQLite says of a file that is damaged, or no database at all. */
const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;

/** Whether SQLite said that its file is damaged. */
export function isDamage(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && DAMAGED.test(String(error.code));
}
