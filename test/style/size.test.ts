import { readFileSync } from 'node:fs';
import { parseSync } from '@swc/core';
import { allSources, type Source } from './sources.ts';

const FILE_LINES = 300;
const FUNCTION_LINES = 40;

/** What was longer already, with its length: it may only shrink. Take it out when it is short enough. */
const allowed = JSON.parse(readFileSync('test/style/sizes.json', 'utf8')) as Record<string, number>;

const linesOf = (text: string) => text.trimEnd().split('\n').length;

function tooLongFiles(sources: Source[]): Record<string, number> {
  const long = sources.filter(({ text }) => linesOf(text) > FILE_LINES);
  return Object.fromEntries(long.map(({ path, text }) => [path, linesOf(text)]));
}

const FUNCTIONS =
  /^(?:FunctionDeclaration|FunctionExpression|ArrowFunctionExpression|ClassMethod|MethodProperty|Constructor)$/;

function tooLongFunctions(sources: Source[]): Record<string, number> {
  const found: Record<string, number> = {};
  for (const { path, text } of sources) {
    // The parser counts bytes over all files it has read; a mark at the top says where this one begins.
    const bytes = Buffer.from(`;${text}`);
    const program = parseSync(bytes.toString(), { syntax: 'typescript', tsx: path.endsWith('x'), target: 'es2022' });
    eachFunction(program, (start, end) => {
      const before = bytes.subarray(0, start - program.span.start).toString();
      const lines = linesOf(bytes.subarray(start - program.span.start, end - program.span.start).toString());
      const line = text.split('\n')[before.split('\n').length - 1] ?? '';
      const name = /(?:function\*?|const|let)\s+(\w+)/.exec(line)?.[1] ?? /\w+/.exec(line)?.[0] ?? 'a function';
      if (lines > FUNCTION_LINES) found[`${path} ${name}`] = lines;
    });
  }
  return found;
}

function eachFunction(node: unknown, tell: (start: number, end: number) => void): void {
  if (node === null || typeof node !== 'object') return;
  const { type, span } = node as { type?: string; span?: { start: number; end: number } };
  if (span && type && FUNCTIONS.test(type)) tell(span.start, span.end);
  for (const part of Object.values(node)) eachFunction(part, tell);
}

const house = allSources().filter(({ path }) => !path.startsWith('test/'));

test(`no file grows beyond ${FILE_LINES} lines and no function beyond ${FUNCTION_LINES}`, () => {
  const long = { ...tooLongFiles(house), ...tooLongFunctions(house) };
  const grown = Object.entries(long).filter(([name, lines]) => lines > (allowed[name] ?? 0));
  expect(grown).toEqual([]);
});
