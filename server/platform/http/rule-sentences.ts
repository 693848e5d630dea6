import type { z } from 'zod';

type RawIssue = Parameters<z.core.$ZodErrorMap>[0];

const TYPES: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
};

const FORMATS: Record<string, string> = {
  uuid: 'must be an id: a UUID such as 019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b',
  email: 'must be an e-mail address such as name@example.org',
  url: 'must be a web address that begins with http:// or https://',
  datetime: 'must be a time in UTC such as 2026-01-31T09:30:00Z',
};

/** Says which rule a value breaks, in words that follow the field's name. A schema's own words come first. */
export function sayRule(issue: RawIssue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'is required';
      return `must be ${TYPES[issue.expected] ?? issue.expected}`;
    case 'too_big':
      return saySize('at most', issue.origin, issue.maximum);
    case 'too_small':
      if (issue.origin === 'string' && issue.minimum === 1) return 'must not be empty';
      return saySize('at least', issue.origin, issue.minimum);
    case 'invalid_value':
      return `must be ${issue.values.map((value) => JSON.stringify(value)).join(' or ')}`;
    case 'invalid_format':
      return FORMATS[issue.format] ?? 'does not have the form that is asked for';
    case 'invalid_key':
      return 'has a name that is not allowed';
    default:
      return 'has none of the forms that are allowed';
  }
}

function saySize(bound: 'at most' | 'at least', origin: string, size: number | bigint): string {
  const amount = size.toLocaleString('en');
  if (origin === 'string') return `must have ${bound} ${amount} characters`;
  if (origin === 'array') return `must have ${bound} ${amount} entries`;
  return `must be ${bound} ${amount}`;
}
