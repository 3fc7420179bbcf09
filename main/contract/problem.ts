import type * as z from 'zod';

/** What is wrong with an input, in words for a sentence: which field, and what it must be. */
export function problemOf(error: z.ZodError): { field: string; problem: string } {
  const [issue] = error.issues;
  if (!issue) return { field: '', problem: 'is not as it must be' };
  if (issue.code === 'unrecognized_keys')
    return { field: fieldOf([...issue.path, issue.keys[0] ?? '']), problem: 'is not known here' };
  return { field: fieldOf(issue.path), problem: wordsOf(issue) };
}

function wordsOf(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is missing';
      return issue.expected === 'int'
        ? 'must be a whole number (amounts are in cents, so no part of a cent)'
        : `must be a ${issue.expected}`;
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `must not be longer than ${issue.maximum}`
        : `must be at most ${issue.maximum}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'must not be empty'
        : `must be at least ${issue.minimum}`;
    case 'invalid_format':
      return issue.message.startsWith('Invalid') ? 'is not written as it must be' : issue.message;
    case 'custom':
      return issue.message;
    default:
      return 'is not one of what is allowed here';
  }
}

function fieldOf(path: readonly PropertyKey[]): string {
  return path.map((part) => (typeof part === 'number' ? `${part + 1}` : String(part))).join(' ');
}
