/** One line of the program's own log: what happened, and facts. Never a name, a PIN, a card or a bank account number. */
export type Logger = {
  info(what: string, facts?: Record<string, unknown>): void;
  error(what: string, facts?: Record<string, unknown>): void;
};

/** Writes JSON lines to a stream such as standard error; standard output is for answers. */
export function logTo(write: (line: string) => void, now: () => number): Logger {
  const line = (level: string, what: string, facts: Record<string, unknown> = {}) =>
    write(`${JSON.stringify({ at: new Date(now()).toISOString(), level, what, ...facts })}\n`);
  return {
    info: (what, facts) => line('info', what, facts),
    error: (what, facts) => line('error', what, facts),
  };
}
