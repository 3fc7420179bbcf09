import { inspect, type ParseArgsConfig, parseArgs } from 'node:util';
import { type Doing, troubleInWords } from './trouble.ts';

/*
 * How each of our programs speaks with whoever runs it: what it wants said, and in which words it ends when it cannot go
 * on. `--debug` adds the machine's own words.
 */

/** Ends the program with one sentence on standard error. */
export function stop(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

/** Reads the command line, or says how it should look. Every program takes `--debug`. */
export function flagsOf<T extends ParseArgsConfig>(config: T, usage: string): ReturnType<typeof parseArgs<T>> {
  try {
    const options = { ...config.options, debug: { type: 'boolean' as const } };
    const args = config.args ?? withNumbersBelowZero(process.argv.slice(2));
    return parseArgs({ ...config, options, args }) as ReturnType<typeof parseArgs<T>>;
  } catch (error) {
    // It says what is wrong, and then, after the first sentence, how programs are usually spoken to.
    const [said = ''] = (error instanceof Error ? error.message : '').split(/\. |\n/);
    return stop(`${said}.\n${usage}`);
  }
}

/** A number below zero after a flag is that flag's value, to be refused by its limits, and no flag of its own. */
function withNumbersBelowZero(args: readonly string[]): string[] {
  const read: string[] = [];
  for (const arg of args) {
    const flag = read.at(-1);
    if (/^-\d/.test(arg) && flag?.startsWith('--') && !flag.includes('=')) read.splice(-1, 1, `${flag}=${arg}`);
    else read.push(arg);
  }
  return read;
}

/**
 * Runs a program's main part; what goes wrong becomes plain words and exit code 1.
 * @param doing what the words may name
 */
export async function run(main: () => Promise<void>, doing: Doing = {}): Promise<void> {
  try {
    await main();
  } catch (error) {
    tellDebug(error);
    stop(troubleInWords(error, doing));
  }
}

/** With `--debug`, an error in the machine's own words on standard error. */
export function tellDebug(error: unknown): void {
  if (process.argv.includes('--debug')) process.stderr.write(`${inspect(error)}\n`);
}
