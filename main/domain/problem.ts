import type * as z from 'zod';
import { cents, formatAmount } from './money.ts';

type Issue = z.core.$ZodIssue;

/**
 * What is wrong with an input, in words that go on a sentence: `must be a whole number`. The field is its path in words,
 * places from 1: `tenders 2 cents`; empty for the input as a whole.
 */
export function problemOf(error: z.ZodError): { field: string; problem: string } {
  const issues = error.issues.flatMap(meant);
  const [first] = issues;
  if (!first) return { field: '', problem: 'cannot be read' };
  if (first.code === 'unrecognized_keys')
    return { field: fieldOf([...first.path, first.keys[0] ?? '']), problem: 'is not known here' };
  const field = fieldOf(first.path);
  const others = issues.filter((issue) => fieldOf(issue.path) === field);
  // Of several limits that a number is beyond, the one that is meant comes last: first the machine's own.
  const issue = first.code === 'too_big' || first.code === 'too_small' ? (others.at(-1) ?? first) : first;
  return { field, problem: wordsOf(issue, /cents$/i.test(field)) };
}

/** Of a choice between shapes, what is wrong with the only one whose fields were sent; else the choice itself. */
function meant(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const sent = issue.errors.filter((shape) => shape.every(isSent));
  const [only = []] = sent;
  if (sent.length !== 1) return [issue];
  return only.flatMap((one) => meant({ ...one, path: [...issue.path, ...one.path] }));
}

/** Whether it is about what was sent, not about a field too many or too few, nor about a whole of another kind. */
function isSent(issue: Issue): boolean {
  if (issue.code === 'unrecognized_keys') return false;
  return issue.code !== 'invalid_type' || (issue.path.length > 0 && !isMissing(issue));
}

function isMissing({ path, message }: z.core.$ZodIssueInvalidType): boolean {
  // Zod tells what it received in its message alone, unless it is told to carry all that was sent along.
  return path.length > 0 && message.endsWith('received undefined');
}

function wordsOf(issue: Issue, isAmount: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return typeInWords(issue, isAmount);
    case 'too_big':
      return tooBig(issue, isAmount);
    case 'too_small':
      return tooSmall(issue);
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? (FORMATS[issue.format] ?? 'has another form') : issue.message;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_union':
      return 'options' in issue ? oneOf((issue.options as readonly unknown[]).map(String)) : 'has another form';
    case 'custom':
      return issue.message;
    default:
      return 'has another form';
  }
}

const TYPES: Partial<Record<string, string>> = {
  string: 'must be text',
  number: 'must be a number',
  int: 'must be a whole number',
  boolean: 'must be true or false',
  array: 'must be a list',
  object: 'must be an object',
  record: 'must be an object',
};

const FORMATS: Partial<Record<string, string>> = {
  uuid: 'must be a UUID',
  email: 'must be an e-mail address',
  date: 'must be a day, such as 2026-11-23',
  url: 'must be an address, such as https://ledger.example',
};

function typeInWords(issue: z.core.$ZodIssueInvalidType, isAmount: boolean): string {
  if (isMissing(issue)) return 'is missing';
  if (isAmount && (issue.expected === 'int' || issue.expected === 'number'))
    return 'must be a whole number of cents, such as 1250 for 12.50';
  return TYPES[issue.expected] ?? 'has another form';
}

function tooBig({ origin, maximum }: z.core.$ZodIssueTooBig, isAmount: boolean): string {
  if (origin === 'string') return `must be ${maximum} characters or less`;
  if (origin === 'array') return `must be a list of at most ${maximum.toLocaleString('en-US')}`;
  if (maximum >= Number.MAX_SAFE_INTEGER) return 'is too large a number';
  return `must be at most ${isAmount ? `${formatAmount(cents(Number(maximum)))} dollars` : maximum}`;
}

function tooSmall({ origin, minimum }: z.core.$ZodIssueTooSmall): string {
  if (origin === 'string') return minimum > 1 ? `must be ${minimum} characters or more` : 'must not be empty';
  if (origin === 'array') return minimum > 1 ? `must be a list of at least ${minimum}` : 'must not be empty';
  if (minimum === 0 || minimum <= Number.MIN_SAFE_INTEGER) return 'must not be negative';
  return minimum === 1 ? 'must be above zero' : `must be at least ${minimum}`;
}

function oneOf(values: readonly string[]): string {
  return values.length === 1 ? `must be ${values[0]}` : `must be one of ${values.join(', ')}`;
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}` : String(part))).join(' ');
}
