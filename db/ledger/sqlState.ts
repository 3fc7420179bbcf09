/** What is worth telling of an error from the database: never its parameters, which hold people's names. */
export type DatabaseTrouble = { state: string; constraint: string; message: string };

/** The trouble behind an error, when the database (or the way to it) caused it; null for any other error. */
export function databaseTrouble(error: unknown): DatabaseTrouble | null {
  for (let cause = error; isError(cause); cause = cause.cause) {
    const { code, constraint } = cause;
    if (typeof code === 'string' && (/^[0-9A-Z]{5}$/.test(code) || NO_CONNECTION.test(code))) {
      return { state: code, constraint: typeof constraint === 'string' ? constraint : '', message: cause.message };
    }
    // The driver gives a connection that broke, or that could not be had in time, no code at all.
    if (
      /^Connection terminated|^timeout exceeded when trying to connect|^Client (was closed|has encountered a connection error)/.test(
        cause.message,
      )
    ) {
      return { state: '08006', constraint: '', message: cause.message };
    }
  }
  return null;
}

type Told = { message: string; cause?: unknown; code?: unknown; constraint?: unknown };

/** By what it has, not by its class: a test runner's errors of sockets are of another world's class. */
function isError(error: unknown): error is Told {
  return typeof error === 'object' && error !== null && 'message' in error && typeof error.message === 'string';
}

const NO_CONNECTION = /^E(CONNREFUSED|CONNRESET|PIPE|TIMEDOUT|HOSTUNREACH|NOTFOUND|AI_AGAIN)$/;

/** Given up for another transaction's sake: the same again will most likely pass. */
export function isWorthRetrying(error: unknown): boolean {
  const trouble = databaseTrouble(error);
  if (trouble === null) return false;
  // Two stations came with the same command id, or two tokens of one series, at once: whoever comes second sees the other
  // when it looks again.
  if (trouble.state === '23505') return /^(entries_command_once|enrolment_tokens_one_live)$/.test(trouble.constraint);
  return trouble.state === '40001' || trouble.state === '40P01';
}

/** The database is away or on its way down or up, or has no room for one more connection. */
export function isOutOfReach(error: unknown): boolean {
  const state = databaseTrouble(error)?.state ?? '';
  return NO_CONNECTION.test(state) || /^(08|53|57P)/.test(state);
}

/** The database refused the content itself: what was tried will never pass. */
export function isRefusedContent(error: unknown): boolean {
  return /^(22|23)/.test(databaseTrouble(error)?.state ?? '');
}
