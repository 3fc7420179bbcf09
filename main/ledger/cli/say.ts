import { type ParseArgsConfig, parseArgs } from 'node:util';
import { LedgerSaidNo } from '../client.ts';

/** Ends the program with one sentence on standard error. */
export function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Reads the command line, or says how it should look. */
export function flagsOf<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    return stop(`${error instanceof Error ? error.message.split('\n')[0] : error}\n${usage}`);
  }
}

/** Runs a program's main part; what goes wrong becomes one sentence and exit code 1. */
export async function run(main: () => Promise<void>): Promise<void> {
  try {
    await main();
  } catch (error) {
    if (error instanceof LedgerSaidNo) stop(error.message);
    const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
    stop(`${error instanceof Error ? error.message : error}${cause}`);
  }
}

/** The ledger's address and the administrator's token, from the command line or the environment. */
export function officeOf(
  values: { to?: string | undefined; token?: string | undefined },
  usage: string,
): { ledger: string; token: string } {
  const token = values.token ?? process.env.LEDGER_ADMIN_TOKEN;
  if (values.to === undefined || !URL.canParse(values.to)) stop(`--to needs the ledger's address.\n${usage}`);
  if (token === undefined) stop(`--token needs the administrator's token (or set LEDGER_ADMIN_TOKEN).\n${usage}`);
  return { ledger: values.to, token };
}
